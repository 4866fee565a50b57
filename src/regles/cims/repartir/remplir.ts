import { arrondir, type Fraction } from '../../../nombres';

/** Une part à remplir, de `bas` à `haut` compris, en entiers. */
export interface Part {
  readonly reference: Fraction;
  readonly bas: number;
  readonly haut: number;
}

/**
 * Ce qu'on égalise. `hausse` : x − référence, et le remplissage rend les hausses, triées de la plus grande à la plus petite, les plus
 * petites qui soient dans l'ordre du dictionnaire (il minimise aussi Σ (x − référence)²). `effort` : x / référence, et il
 * minimise Σ (x − λ·référence)² / référence, où λ est le rapport du total à la somme des références.
 */
export type Mesure = 'hausse' | 'effort';

/**
 * Répartit `total` (de Σ bas à Σ haut) entre les parts. Ces deux coûts sont convexes et se séparent par part : ajouter chaque logement
 * là où il coûte le moins donne l'optimum. On ne les ajoute pas un à un : une dichotomie trouve le dernier niveau de coût que le
 * total permet, et les logements restants vont aux moindres coûts suivants. À coût égal, la première part est servie.
 */
export function remplir(parts: readonly Part[], total: number, mesure: Mesure): number[] {
  const echelle = mesure === 'effort' ? { positionDe: positionsEnEffort(parts), coutDe: coutEnEffort } : HAUSSE;
  const remplies = (niveau: bigint) =>
    parts.map((p) => {
      const position = echelle.positionDe(p.reference, niveau);
      return position <= p.bas ? p.bas : position >= p.haut ? p.haut : Number(position);
    });
  if (sommer(parts.map((p) => p.haut)) <= total) return parts.map((p) => p.haut);

  let [bas, haut] = [-1n, 1n];
  while (sommer(remplies(bas)) > total) bas *= 2n;
  while (sommer(remplies(haut)) <= total) haut *= 2n;
  while (haut - bas > 1n) {
    const milieu = (bas + haut) >> 1n;
    if (sommer(remplies(milieu)) <= total) bas = milieu;
    else haut = milieu;
  }
  // D'un niveau au suivant, chaque part reçoit un logement au plus.
  const objectifs = remplies(bas);
  const suivants = remplies(haut);
  const servies = [...parts.keys()]
    .filter((i) => suivants[i]! > objectifs[i]!)
    .map((i) => ({ i, cout: echelle.coutDe(parts[i]!.reference, BigInt(suivants[i]!)) }))
    .sort((a, b) => comparerCouts(a.cout, b.cout) || a.i - b.i)
    .slice(0, total - sommer(objectifs));
  for (const { i } of servies) objectifs[i]! += 1;
  return objectifs;
}

export const sommer = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

/** Un quotient exact, de dénominateur positif. */
type Cout = readonly [numerateur: bigint, denominateur: bigint];

const comparerCouts = ([an, ad]: Cout, [bn, bd]: Cout): number => Number(an * bd - bn * ad);

/** Le coût du logement qui mène à x est x − référence ; un niveau est un entier de logements. */
const HAUSSE = {
  positionDe: ({ numerateur, denominateur }: Fraction, niveau: bigint): bigint =>
    niveau + BigInt((numerateur - (numerateur % denominateur)) / denominateur),
  coutDe: ({ numerateur, denominateur }: Fraction, x: bigint): Cout => {
    const [n, d] = [BigInt(numerateur), BigInt(denominateur)];
    return [x * d - n, d];
  },
};

/** Le coût du logement qui mène à x est (x² − (x − 1)²) / référence. */
const coutEnEffort = ({ numerateur, denominateur }: Fraction, x: bigint): Cout => [
  (2n * x - 1n) * BigInt(denominateur),
  BigInt(numerateur),
];

/** Un niveau est un coût de 1 / finesse, assez fin pour qu'aucune part n'y gagne deux logements. */
function positionsEnEffort(parts: readonly Part[]) {
  const plusGrande = parts.reduce((max, p) => Math.max(max, arrondir(p.reference, 'SUPERIEUR')), 1);
  const finesse = BigInt(plusGrande);
  return ({ numerateur, denominateur }: Fraction, niveau: bigint): bigint => {
    const d = BigInt(denominateur) * finesse;
    return (niveau * BigInt(numerateur) + d) / (2n * d);
  };
}
