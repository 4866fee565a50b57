/// <reference types="office-js" />
import { lireReference } from './adresses';

/** Marque les feuilles que nous créons (contrôle, légende) : un nom défini caché, qui suit la feuille renommée. */
export const MARQUE_DE_FEUILLE = '_SRU_FEUILLE';

export interface FeuilleListee {
  readonly id: string;
  readonly nom: string;
  readonly aNous: boolean;
}

/** Demande la liste des feuilles dans la requête en cours ; à lire après `sync`. */
export function demanderFeuilles(context: Excel.RequestContext): () => readonly FeuilleListee[] {
  const { worksheets, names } = context.workbook;
  worksheets.load('items/id,items/name');
  names.load('items/name,items/formula');
  return () => {
    const marques = names.items.filter(({ name }) => name.startsWith(MARQUE_DE_FEUILLE));
    const aNous = new Set(marques.map(({ formula }) => lireReference(String(formula))?.feuille));
    return worksheets.items.map(({ id, name }) => ({ id, nom: name, aNous: aNous.has(name) }));
  };
}

/** Un nom libre, d'au plus 31 caractères : « Contrôle », « Contrôle (2) »… */
export function nomLibre(voulu: string, pris: readonly string[]): string {
  const LONGUEUR = 31;
  const propre =
    voulu
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Feuille';
  const prises = new Set(pris.map((nom) => nom.toLowerCase()));
  for (let rang = 1; ; rang++) {
    const suffixe = rang === 1 ? '' : ` (${rang})`;
    const nom = propre.slice(0, LONGUEUR - suffixe.length) + suffixe;
    if (!prises.has(nom.toLowerCase())) return nom;
  }
}

/** Marque la feuille créée dans la requête en cours. */
export function marquer(context: Excel.RequestContext, feuille: Excel.Worksheet, pris: readonly string[]): string {
  let rang = 1;
  while (pris.includes(`${MARQUE_DE_FEUILLE}${rang}`)) rang++;
  const nom = `${MARQUE_DE_FEUILLE}${rang}`;
  context.workbook.names.add(nom, feuille.getRange('A1')).visible = false;
  return nom;
}
