import { CONSTATS, type Constat } from './constats';

/** Du plus sévère au moins sévère ; « rien à contrôler » ne pèse que seul. */
export const VERDICTS = ['non conforme', 'indetermine', 'conforme', 'rien a controler'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Une colonne non comprise rend indéterminé ce qui tient à des nombres : ceux qu'on compare ne sont peut-être pas ceux que l'agent a
 * écrits, et un reproche serait aussi peu sûr qu'un « conforme ». Non conforme si un constat bloque ; sinon indéterminé si l'un empêche de conclure ; sinon conforme, à condition qu'un objectif ait été
 * comparé à la loi ; sinon, il n'y avait rien à contrôler.
 */
export function verdictDe(constats: readonly Constat[], compare: boolean): Verdict {
  const bloquants = constats.filter((c) => c.gravite === 'bloquant');
  if (bloquants.some((c) => CONSTATS[c.code].sansNombre)) return 'non conforme';
  if (constats.some((c) => c.code === 'NON_COMPRIS' && c.details.quoi === 'colonne')) return 'indetermine';
  if (bloquants.length > 0) return 'non conforme';
  if (constats.some((c) => c.empecheDeConclure)) return 'indetermine';
  return compare ? 'conforme' : 'rien a controler';
}

/** Le verdict de plusieurs tableaux : le plus sévère ; `null` s'il n'y en a aucun. */
export const verdictDesTableaux = (verdicts: readonly Verdict[]): Verdict | null =>
  VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? null;
