/** Le jour d'ici, AAAA-MM-JJ. */
export const jourIso = (jour: Date): string =>
  [jour.getFullYear(), jour.getMonth() + 1, jour.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
