import { remplir, sommer, type Part } from './remplir';

/** Les critères offerts à l'agent ; le premier est le défaut. */
export const CRITERES = ['MINIMAL', 'PROPORTIONNEL', 'CAPACITE', 'EQUITABLE'] as const;
export type Critere = (typeof CRITERES)[number];

/** Une commune, bornes posées (`bas` ≤ `haut`), telle qu'un critère la voit. */
export interface PartBornee extends Part {
  readonly accord: boolean | null;
  readonly projets: number;
}

/**
 * L'objectif entier x de chaque commune, entre ses bornes, de total au moins `total` (Σ haut au plus), qui minimise, dans cet ordre,
 * r étant sa référence entière :
 *
 * - `MINIMAL` : le nombre de communes où x ≠ r ; celles où x > r sans que l'accord soit déjà donné ; Σ |x − r| ; Σ (x − r)² ; puis
 *   les communes relevées sont celles de plus grande marge (la somme de leurs `haut` − r est la plus grande).
 * - `PROPORTIONNEL` : Σ x ; Σ (x − λr)² / r, où λ = Σ x / Σ r : le même rapport x / r partout, au plus près que les entiers permettent.
 * - `CAPACITE` : Σ x ; Σ max(0, x − projets) ; puis comme `PROPORTIONNEL`.
 * - `EQUITABLE` : Σ x ; les hausses x − r, de la plus grande à la plus petite, dans l'ordre du dictionnaire.
 *
 * Hors `MINIMAL`, Σ x vaut au moins Σ r, si les bornes hautes le permettent : l'arrondi d'une commune n'en abaisse pas une autre.
 * À égalité, le plus grand objectif pour la première commune du tableau où deux solutions diffèrent : l'optimum est unique.
 */
export function optimiser(parts: readonly PartBornee[], total: number, critere: Critere): number[] {
  if (critere === 'MINIMAL') return minimal(parts, total);
  const [references, bas, hauts] = (['reference', 'bas', 'haut'] as const).map((n) => sommer(parts.map((p) => p[n])));
  const vise = Math.max(total, bas!, Math.min(references!, hauts!));
  switch (critere) {
    case 'PROPORTIONNEL':
      return remplir(parts, vise, 'effort');
    case 'CAPACITE':
      return remplir(parProjets(parts, vise), vise, 'effort');
    case 'EQUITABLE':
      return remplir(parts, vise, 'hausse');
  }
}

/** Tant que les projets suffisent, personne ne les dépasse sans y être tenu ; au-delà, chacun remplit d'abord les siens. */
function parProjets(parts: readonly PartBornee[], total: number): Part[] {
  const remplis = parts.map((p) => borner(p.projets, p));
  const suffisent = sommer(remplis) >= total;
  return parts.map((p, i) => (suffisent ? { ...p, haut: remplis[i]! } : { ...p, bas: remplis[i]! }));
}

function minimal(parts: readonly PartBornee[], total: number): number[] {
  const bases = parts.map((p) => borner(p.reference, p));
  const relevees = new Set([...parts.keys()].filter((i) => parts[i]!.bas > parts[i]!.reference));
  const marge = (i: number) => parts[i]!.haut - bases[i]!;
  const manque = total - sommer(bases) - sommer([...relevees].map(marge));
  const autres = [...parts.keys()].filter((i) => !relevees.has(i) && marge(i) > 0);
  autres.sort((a, b) => marge(b) - marge(a) || a - b);
  for (const i of choisir(autres, manque, marge, (i) => parts[i]!.accord === true)) relevees.add(i);
  const cibles = parts.map((p, i) => ({
    reference: p.reference,
    bas: bases[i]!,
    haut: relevees.has(i) ? p.haut : bases[i]!,
  }));
  return remplir(cibles, Math.max(total, sommer(bases)), 'hausse');
}

/** Le moins de communes qui couvrent le manque, puis le plus d'accords déjà donnés, puis les plus grandes marges. */
function choisir(
  communes: readonly number[],
  manque: number,
  marge: (i: number) => number,
  aDonneSonAccord: (i: number) => boolean,
): number[] {
  const couvrent = (choix: readonly number[]) => sommer(choix.map(marge)) >= manque;
  let nombre = 0;
  let couvert = 0;
  while (couvert < manque) couvert += marge(communes[nombre++]!);
  const accords = communes.filter(aDonneSonAccord);
  const sansAccord = communes.filter((i) => !aDonneSonAccord(i));
  for (let donnes = Math.min(nombre, accords.length); donnes >= 0; donnes--) {
    const choix = [...accords.slice(0, donnes), ...sansAccord.slice(0, nombre - donnes)];
    if (choix.length === nombre && couvrent(choix)) return choix;
  }
  return [];
}

const borner = (x: number, { bas, haut }: Part): number => Math.min(haut, Math.max(bas, x));
