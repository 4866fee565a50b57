import { comparer, fraction, type Fraction } from '../../../nombres';

/** Une part à remplir, de `bas` à `haut` compris, en entiers. */
export interface Part {
  readonly reference: number;
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
  if (sommer(parts.map((p) => p.haut)) <= total) return parts.map((p) => p.haut);
  const { positionDe, coutDe } = mesure === 'hausse' ? HAUSSE : effort(parts);
  const remplies = (niveau: bigint) =>
    parts.map((p) => {
      const position = positionDe(p, niveau);
      return position <= p.bas ? p.bas : position >= p.haut ? p.haut : Number(position);
    });

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
    .map((i) => ({ i, cout: coutDe(parts[i]!, suivants[i]!) }))
    .sort((a, b) => comparer(a.cout, b.cout) || a.i - b.i)
    .slice(0, total - sommer(objectifs));
  for (const { i } of servies) objectifs[i]! += 1;
  return objectifs;
}

export const sommer = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

/** Jusqu'où chaque part se remplit sans passer un niveau de coût, et le coût du logement qui mène à x. */
interface Echelle {
  readonly positionDe: (part: Part, niveau: bigint) => bigint;
  readonly coutDe: (part: Part, x: number) => Fraction;
}

/** Coût : x − référence ; un niveau est un logement. */
const HAUSSE: Echelle = {
  positionDe: ({ reference }, niveau) => BigInt(reference) + niveau,
  coutDe: ({ reference }, x) => fraction(x - reference),
};

/** Coût : (x² − (x − 1)²) / référence ; un niveau est assez fin pour qu'aucune part n'y gagne deux logements. */
function effort(parts: readonly Part[]): Echelle {
  const finesse = BigInt(parts.reduce((max, p) => Math.max(max, p.reference), 1));
  return {
    positionDe: ({ reference }, niveau) => (niveau * BigInt(reference) + finesse) / (2n * finesse),
    coutDe: ({ reference }, x) => fraction(2 * x - 1, reference),
  };
}
