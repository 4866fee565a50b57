import type { Logements } from '../../../nombres';

/** Une part à remplir, de `bas` à `haut` compris, en entiers ; sa référence n'est pas nulle, sauf si `bas` = `haut`. */
export interface Part {
  readonly reference: Logements;
  readonly bas: number;
  readonly haut: number;
}

/** Ce qu'on égalise : `hausse`, x − référence ; `effort`, x / référence. */
export type Mesure = 'hausse' | 'effort';

/**
 * Répartit `total` (de Σ bas à Σ haut) entre les parts : l'entier inférieur de la part exacte de chacune, puis un logement de plus aux
 * plus forts restes, et à reste égal à la première. Chaque objectif est donc à moins d'un logement de sa part exacte, et
 * Σ (x − part exacte)² est la plus petite possible. Pour `hausse`, les hausses triées de la plus grande à la plus petite sont aussi les
 * plus petites dans l'ordre du dictionnaire.
 * @example 16,5 et 16,5, hausse, total 34 → 17 et 17
 * @example 10 et 20, effort, total 34 → parts exactes 11,33 et 22,67 → 11 et 23
 */
export function remplir(parts: readonly Part[], total: number, mesure: Mesure): number[] {
  const { exactes, diviseur } = partsExactes(parts, total, mesure);
  const objectifs = exactes.map((exacte) => Number(exacte / diviseur));
  const servies = exactes
    .map((exacte, i) => ({ i, reste: exacte % diviseur }))
    .sort((a, b) => signe(b.reste - a.reste))
    .slice(0, total - sommer(objectifs));
  for (const { i } of servies) objectifs[i]! += 1;
  return objectifs;
}

/**
 * Les parts exactes, multipliées par `diviseur` : au même niveau partout (référence + niveau, ou référence × niveau), ramenées à leurs
 * bornes, de somme `total`. Au niveau que se partagent les parts libres, certaines passent une borne. Si les y ramener donne trop, le
 * vrai niveau est plus bas, et celles que `bas` retient y restent ; s'il donne trop peu, celles que `haut` retient. On recommence.
 */
function partsExactes(parts: readonly Part[], total: number, mesure: Mesure) {
  const unite = parts.reduce((m, { reference: { denominateur: d } }) => (m / pgcd(m, BigInt(d))) * BigInt(d), 1n);
  const references = parts.map(({ reference: r }) => BigInt(r.numerateur) * (unite / BigInt(r.denominateur)));
  const retenues = parts.map(({ bas, haut }) => (bas === haut ? bas : null));
  for (;;) {
    const libres = references.filter((_, i) => retenues[i] === null);
    const sommeLibre = libres.reduce((a, b) => a + b, 0n);
    const partage = unite * BigInt(total - sommer(retenues.map((r) => r ?? 0)));
    const pente = mesure === 'hausse' ? BigInt(libres.length) : sommeLibre;
    const diviseur = unite * (pente || 1n);
    const exactes = references.map((reference, i) => {
      if (retenues[i] !== null) return BigInt(retenues[i]!) * diviseur;
      return mesure === 'hausse' ? reference * pente + partage - sommeLibre : reference * partage;
    });
    const ecarts = exactes.map((exacte, i) => {
      const [bas, haut] = [BigInt(parts[i]!.bas) * diviseur, BigInt(parts[i]!.haut) * diviseur];
      return exacte < bas ? bas - exacte : exacte > haut ? haut - exacte : 0n;
    });
    if (ecarts.every((ecart) => ecart === 0n)) return { exactes, diviseur };
    const trop = ecarts.reduce((a, b) => a + b, 0n);
    ecarts.forEach((ecart, i) => {
      if (ecart > 0n && trop >= 0n) retenues[i] = parts[i]!.bas;
      if (ecart < 0n && trop <= 0n) retenues[i] = parts[i]!.haut;
    });
  }
}

export const sommer = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

const pgcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : pgcd(b, a % b));
const signe = (n: bigint): number => (n < 0n ? -1 : n > 0n ? 1 : 0);
