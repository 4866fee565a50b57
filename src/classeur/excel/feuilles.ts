/// <reference types="office-js" />
import { lireReference } from './adresses';

/** Marque la légende des annotations : un nom défini caché, qui suit la feuille renommée. */
export const MARQUE_DE_LEGENDE = '_SRU_LEGENDE';

export interface FeuilleListee {
  readonly id: string;
  readonly nom: string;
  /** L'agent ne la voit pas. */
  readonly masquee: boolean;
  /** Ni lue ni suivie : rien n'y est de l'agent. */
  readonly estLegende: boolean;
}

/** Demande la liste des feuilles dans la requête en cours ; à lire après `sync`. */
export function demanderFeuilles(context: Excel.RequestContext): () => readonly FeuilleListee[] {
  const { worksheets, names } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name,items/formula');
  return () => {
    const marque = names.items.find(({ name }) => name === MARQUE_DE_LEGENDE);
    const legende = lireReference(String(marque?.formula ?? ''))?.feuille;
    return worksheets.items.map(({ id, name, visibility }) => ({
      id,
      nom: name,
      masquee: visibility !== 'Visible',
      estLegende: name === legende,
    }));
  };
}

/** Un nom libre, d'au plus 31 caractères : « Contrôle », « Contrôle (2) »… */
export function nomLibre(voulu: string, pris: readonly string[]): string {
  const LONGUEUR = 31;
  const propre =
    voulu
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|(?<!')'+$/g, '')
      .trim() || 'Feuille';
  const prises = new Set(pris.map((nom) => nom.toLowerCase()));
  for (let rang = 1; ; rang++) {
    const suffixe = rang === 1 ? '' : ` (${rang})`;
    const nom = propre.slice(0, LONGUEUR - suffixe.length) + suffixe;
    if (!prises.has(nom.toLowerCase())) return nom;
  }
}
