import { verdictDesTableaux, type Verdict } from '../tableau';

/** Codes de sortie publics ; `usage` et `echec` sont ceux de sysexits (EX_USAGE, EX_SOFTWARE). */
export const CODES_DE_SORTIE = {
  conforme: 0,
  nonConforme: 1,
  indetermine: 2,
  illisible: 3,
  rienAControler: 4,
  usage: 64,
  echec: 70,
} as const;

const CODES: Readonly<Record<Verdict, number>> = {
  'non conforme': CODES_DE_SORTIE.nonConforme,
  indetermine: CODES_DE_SORTIE.indetermine,
  conforme: CODES_DE_SORTIE.conforme,
  'rien a controler': CODES_DE_SORTIE.rienAControler,
};

/** De plusieurs fichiers : illisible l'emporte, puis non conforme, indéterminé, conforme ; « rien à contrôler » ne pèse que seul. */
export function codeDeSortie(illisible: boolean, verdicts: readonly Verdict[]): number {
  if (illisible) return CODES_DE_SORTIE.illisible;
  return CODES[verdictDesTableaux(verdicts) ?? 'rien a controler'];
}
