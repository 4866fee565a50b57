import type { Periode } from '../../../droit';
import type { LigneEvaluee } from '../../controle/evaluation';
import type { Ligne } from '../../lecture/ligne';
import type { Tableau } from '../../lecture/tableaux';

/** Une commune, là où un tableau du classeur la donne. */
export interface Place {
  readonly tableau: Tableau;
  readonly evaluee: LigneEvaluee;
  /** Celle où le rang de la commune y est lu. */
  readonly periode: Periode | null;
}

/** La même commune dans les autres tableaux du classeur. */
export type Ailleurs = (ligne: Ligne) => readonly Place[];

const feuillesDe = (places: readonly Place[]): string[] => [...new Set(places.map(({ tableau }) => tableau.feuille))];

/** « Parc » et « Comptes », entre guillemets. */
export const enFeuilles = (places: readonly Place[]): string =>
  feuillesDe(places)
    .map((nom) => `« ${nom} »`)
    .join(' et ');

/** Les feuilles qui ne disent pas la même chose d'une commune. */
export const desaccord = (places: readonly Place[]): string =>
  feuillesDe(places).length > 1
    ? `les feuilles ${enFeuilles(places)} donnent des chiffres différents pour cette commune`
    : `la feuille ${enFeuilles(places)} donne des chiffres différents pour cette commune`;
