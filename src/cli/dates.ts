/** Le jour d'ici, AAAA-MM-JJ. */
export function aujourdhui(): string {
  const jour = new Date();
  return [jour.getFullYear(), jour.getMonth() + 1, jour.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}
