import { anneeDeBase, type Periode } from '../../droit';
import type { Colonne } from '../colonnes';
import { sensDistincts, type EntetePlacee } from './bloc';
import type { BlocEntetes } from './entetes';

/** Ce qu'un bloc dit des colonnes : celles retenues, celles laissées de côté, celles qui se disputent le même sens. */
export interface ColonnesRetenues {
  readonly positions: ReadonlyMap<Colonne, number>;
  readonly ignorees: readonly EntetePlacee[];
  readonly ambigues: ReadonlyMap<Colonne, readonly EntetePlacee[]>;
}

/** Répétées, ces colonnes disent la même chose : la première suffit. */
const IDENTITE: ReadonlySet<Colonne> = new Set<Colonne>(['code_insee', 'commune', 'epci']);

/** La carence est prononcée au bilan d'une période, pour les années qui suivent : sa tranche ne dit pas laquelle on lit. */
const SANS_PERIODE: ReadonlySet<Colonne> = new Set<Colonne>(['carencee']);

/**
 * Retient une colonne par sens : celle nommée à la main, sinon celle de la période (sa tranche, ou le 1er janvier de l'année qui
 * la précède, ou sa première année), sinon la seule qui ne soit pas d'une autre période. Si plusieurs restent, ou si la seule est
 * d'une autre période, aucune n'est choisie.
 */
export function retenirColonnes({ entetes }: BlocEntetes, periode: Periode | null): ColonnesRetenues {
  const positions = new Map<Colonne, number>();
  const ambigues = new Map<Colonne, readonly EntetePlacee[]>();
  for (const colonne of sensDistincts(entetes)) {
    const candidates = entetes.filter((e) => e.colonne === colonne);
    const choisies = choisir(candidates, SANS_PERIODE.has(colonne) ? null : periode);
    const [premiere] = choisies;
    if (premiere && (choisies.length === 1 || IDENTITE.has(colonne))) positions.set(colonne, premiere.position);
    else ambigues.set(colonne, premiere ? choisies : candidates);
  }
  const retenues = new Set(positions.values());
  return { positions, ambigues, ignorees: entetes.filter((e) => !retenues.has(e.position)) };
}

function choisir(candidates: readonly EntetePlacee[], periode: Periode | null): readonly EntetePlacee[] {
  const manuelles = candidates.filter((e) => e.manuelle);
  if (manuelles.length > 0) return manuelles;
  if (!periode) return candidates;
  const possibles = candidates.filter((e) => e.tranche === null || e.tranche === periode.debut);
  const preferences = [
    possibles.filter((e) => e.tranche === periode.debut),
    possibles.filter((e) => e.annees.includes(anneeDeBase(periode))),
    possibles.filter((e) => e.annees.includes(periode.debut)),
  ];
  return preferences.find((groupe) => groupe.length > 0) ?? possibles;
}
