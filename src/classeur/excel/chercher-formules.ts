/// <reference types="office-js" />
import { adresse } from '../../tableau';
import { relever } from './releves';
import type { Lieu, Suivies } from './suivies';

/** Une cellule qui porte une formule, ou un texte qui en a l'air. */
export interface CelluleAFormule {
  readonly lieu: Lieu;
  readonly formule: string;
  readonly valeur: unknown;
  readonly format: unknown;
  /** « =… » tapé comme un texte : Excel ne le calcule pas. */
  readonly estTexte: boolean;
}

/** Les formules du classeur, ou d'une seule de ses feuilles, que `retenir` choisit. */
export async function chercherFormules(
  context: Excel.RequestContext,
  suivies: Suivies,
  retenir: (formule: string) => boolean,
  seule?: string,
): Promise<CelluleAFormule[]> {
  const feuilles = suivies.feuilles.filter(({ id }) => seule === undefined || id === seule);
  const bandes = await relever(
    context,
    feuilles.map(({ id }) => id),
    ['formulas', 'values', 'numberFormat'],
  );
  return feuilles.flatMap(({ id, nom }) =>
    (bandes.get(id) ?? []).flatMap(({ ligne, colonne, formulas, values, numberFormat }) =>
      formulas.flatMap((rangee, l) =>
        rangee.flatMap((formule, c) => {
          if (typeof formule !== 'string' || !formule.startsWith('=') || !retenir(formule)) return [];
          const lieu = { feuille: id, nomDeFeuille: nom, adresse: adresse(ligne + l, colonne + c) };
          const valeur = values[l]?.[c];
          return { lieu, formule, valeur, format: numberFormat[l]?.[c], estTexte: valeur === formule };
        }),
      ),
    ),
  );
}
