import type { Feuille } from '../../classeur/classeur';
import { estRefus, type Refus } from '../../regles';
import {
  controler,
  controlerClasseur,
  situer,
  type Contexte,
  type Controle,
  type Precisions,
  type Reperes,
  type Tableau,
} from '../../tableau';

/** Un tableau trouvé, et son contrôle ou la raison pour laquelle la loi de la période n'en permet pas. */
export interface TableauControle {
  /** La même tant que les en-têtes restent à leur place. */
  readonly cle: string;
  readonly feuille: Feuille;
  /** Les feuilles du classeur par leur nom : un contrat peut s'écrire dans plusieurs. */
  readonly feuilles: ReadonlyMap<string, Feuille>;
  readonly tableau: Tableau;
  readonly contexte: Contexte;
  readonly resultat: Controle | Refus;
}

export interface FeuilleControlee {
  readonly feuille: Feuille;
  readonly tableaux: readonly TableauControle[];
  /** Des en-têtes, et pas une commune. */
  readonly vierge: boolean;
}

export const controleDe = ({ resultat }: TableauControle): Controle | null => (estRefus(resultat) ? null : resultat);

/** Le contrôle d'un tableau dont l'objectif a été remplacé, dans le contexte que l'agent a précisé. */
export function controlerTableau(tableau: Tableau, precisions: Precisions, reperes: Reperes): Controle | Refus {
  const situe = situer(tableau, precisions, reperes);
  return controler(situe.tableau, situe.contexte);
}

/** Le contrôle de toutes les feuilles, le même que celui de la ligne de commande. */
export function controlerFeuilles(
  feuilles: readonly Feuille[],
  precisions: Precisions,
  reperes: Reperes,
): FeuilleControlee[] {
  const { tableaux, vierges } = controlerClasseur(feuilles, precisions, reperes);
  const parNom = new Map(feuilles.map((feuille) => [feuille.nom, feuille]));
  return feuilles.map((feuille) => ({
    feuille,
    vierge: vierges.includes(feuille.nom),
    tableaux: tableaux
      .filter(({ tableau }) => tableau.feuille === feuille.nom)
      .map(({ tableau, contexte, resultat }) => ({
        cle: `${feuille.id}!${tableau.ligneEntete},${tableau.plage.colonne}`,
        feuille,
        feuilles: parNom,
        tableau,
        contexte,
        resultat,
      })),
  }));
}

/** Une feuille seule. */
export const controlerFeuille = (feuille: Feuille, precisions: Precisions, reperes: Reperes): FeuilleControlee =>
  controlerFeuilles([feuille], precisions, reperes)[0]!;
