import type { Verdict } from '../tableau';

/** Codes de sortie publics. */
export const CODES_DE_SORTIE = {
  conforme: 0,
  nonConforme: 1,
  indetermine: 2,
  illisible: 3,
  usage: 64,
} as const;

/** De plusieurs fichiers : illisible l'emporte, puis non conforme, indéterminé, conforme. */
export function codeDeSortie(illisible: boolean, verdicts: readonly Verdict[]): number {
  if (illisible) return CODES_DE_SORTIE.illisible;
  if (verdicts.includes('non conforme')) return CODES_DE_SORTIE.nonConforme;
  return verdicts.includes('indetermine') ? CODES_DE_SORTIE.indetermine : CODES_DE_SORTIE.conforme;
}
