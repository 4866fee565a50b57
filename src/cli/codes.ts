/** Codes de sortie publics. */
export const CODES_DE_SORTIE = {
  conforme: 0,
  nonConforme: 1,
  indetermine: 2,
  illisible: 3,
  usage: 64,
} as const;
