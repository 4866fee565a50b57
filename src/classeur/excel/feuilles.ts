/// <reference types="office-js" />

export interface FeuilleListee {
  readonly id: string;
  readonly nom: string;
  /** L'agent ne la voit pas. */
  readonly masquee: boolean;
}

/** Demande la liste des feuilles dans la requête en cours ; à lire après `sync`. */
export function demanderFeuilles(context: Excel.RequestContext): () => readonly FeuilleListee[] {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  return () =>
    worksheets.items.map(({ id, name, visibility }) => ({ id, nom: name, masquee: visibility !== 'Visible' }));
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
