import type { Constat } from '../controle/constats';
import { parGravite } from '../controle/constats';
import type { Contexte } from '../controle/contexte';
import { verdictDe, type Verdict } from '../controle/verdict';
import type { Tableau } from '../lecture/tableaux';

/** Ce que tout contrôle rend, quelle que soit la nature du tableau. */
export interface Commun {
  readonly tableau: Tableau;
  readonly contexte: Contexte;
  readonly verdict: Verdict;
  /** Tous, du plus grave au moins grave : aucun n'en cache un autre. */
  readonly constats: readonly Constat[];
}

/** @param compare un objectif au moins a été comparé à la loi, ou à ce qui est réalisé */
export const dresser = (
  tableau: Tableau,
  contexte: Contexte,
  constats: readonly Constat[],
  compare: boolean,
): Commun => ({
  tableau,
  contexte,
  verdict: verdictDe(constats, compare),
  constats: parGravite(constats).map((c) => (c.feuille === tableau.feuille ? sansFeuille(c) : c)),
});

const sansFeuille = ({ feuille: _, ...constat }: Constat): Constat => constat;
