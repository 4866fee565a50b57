import { CONSTATS, type Constat } from './constats';

/** Du plus sévère au moins sévère ; « rien à contrôler » ne pèse que seul. */
export const VERDICTS = ['non conforme', 'indetermine', 'conforme', 'rien a controler'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Une colonne non comprise rend indéterminé ce qui tient à des nombres : ceux qu'on compare ne sont peut-être pas ceux que l'agent a
 * écrits, et un reproche serait aussi peu sûr qu'un « conforme ». Non conforme si un constat bloque ; sinon indéterminé si l'un empêche de conclure ; sinon conforme, à condition qu'un objectif ait été
 * comparé à la loi ; sinon, il n'y avait rien à contrôler.
 */
export const verdictDe = (constats: readonly Constat[], compare: boolean): Verdict =>
  motifDe(constats)?.verdict ?? (compare ? 'conforme' : 'rien a controler');

/** Le premier constat qui fait le verdict, et le verdict qu'il fait ; `null` : aucun ne l'empêche d'être conforme. */
export function motifDe(constats: readonly Constat[]): { readonly verdict: Verdict; readonly constat: Constat } | null {
  const bloquants = constats.filter((c) => c.gravite === 'bloquant');
  const motif = (verdict: Verdict, constat: Constat | undefined) => (constat ? { verdict, constat } : null);
  return (
    motif(
      'non conforme',
      bloquants.find((c) => CONSTATS[c.code].sansNombre),
    ) ??
    motif(
      'indetermine',
      constats.find((c) => c.code === 'NON_COMPRIS' && c.details.quoi === 'colonne'),
    ) ??
    motif('non conforme', bloquants[0]) ??
    motif(
      'indetermine',
      constats.find((c) => c.empecheDeConclure),
    )
  );
}

/** Le verdict de plusieurs tableaux : le plus sévère ; `null` s'il n'y en a aucun. */
export const verdictDesTableaux = (verdicts: readonly Verdict[]): Verdict | null =>
  VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? null;
