import { arrondir, comparer, difference, fraction } from '../../../nombres';
import { remplir, sommer, type Part } from './remplir';

/** Les critères offerts à l'agent ; le premier est le défaut. */
export const CRITERES = ['MINIMAL', 'PROPORTIONNEL', 'CAPACITE', 'EQUITABLE'] as const;
export type Critere = (typeof CRITERES)[number];

/** Une commune, bornes posées (`bas` ≤ `haut`), telle qu'un critère la voit. */
export interface PartBornee extends Part {
  /** Le plus petit objectif qui n'est pas une baisse. */
  readonly sansBaisse: number;
  readonly accord: boolean | null;
  readonly projets: number;
}

/**
 * L'objectif entier x de chaque commune, entre ses bornes, de total au moins `total` (Σ haut au plus), qui minimise, dans cet ordre,
 * r étant sa référence exacte, et un de ses arrondis ne la changeant pas :
 *
 * - `MINIMAL` : le nombre d'objectifs changés ; de hausses sans que l'accord soit déjà donné ; Σ (écart à l'arrondi le plus proche)² ;
 *   Σ x ; puis les objectifs relevés sont ceux de plus grande marge (la somme de leurs `haut` − r est la plus grande) ; Σ (x − r)².
 * - `PROPORTIONNEL` : Σ x ; Σ (x − part)², la part étant λr ramenée aux bornes, le même λ partout, et Σ part = Σ x ;
 *   tant que Σ x le permet, une borne est aussi l'arrondi de r : l'arrondi d'une commune n'en change pas une autre.
 * - `CAPACITE` : Σ x ; Σ max(0, x − projets) ; puis comme `PROPORTIONNEL`.
 * - `EQUITABLE` : Σ x ; les hausses x − r, de la plus grande à la plus petite, dans l'ordre du dictionnaire.
 *
 * Hors `MINIMAL`, Σ x permet à toutes de tenir leur référence, si les bornes hautes le permettent.
 * À égalité, le plus grand objectif pour la première commune du tableau où deux solutions diffèrent : l'optimum est unique.
 */
export function optimiser(parts: readonly PartBornee[], total: number, critere: Critere): number[] {
  if (critere === 'MINIMAL') return minimal(parts, total);
  const [tenues, bas, hauts] = (['sansBaisse', 'bas', 'haut'] as const).map((n) => sommer(parts.map((p) => p[n])));
  const vise = Math.max(total, bas!, Math.min(tenues!, hauts!));
  switch (critere) {
    case 'PROPORTIONNEL':
      return remplir(sansArrondiDeTrop(parts, vise), vise, 'effort');
    case 'CAPACITE':
      return remplir(sansArrondiDeTrop(parProjets(parts, vise), vise), vise, 'effort');
    case 'EQUITABLE':
      return remplir(parts, vise, 'hausse');
  }
}

/** Les objectifs d'une commune qui ne changent pas sa référence, ou le plus proche que ses bornes permettent. */
const arrondis = (p: PartBornee): Part => ({
  reference: p.reference,
  bas: borner(p.sansBaisse, p),
  haut: borner(arrondir(p.reference, 'SUPERIEUR'), p),
});

/** Tant que le total le permet, aucune commune ne passe sous ses arrondis ; ni au-dessus. */
function sansArrondiDeTrop(parts: readonly PartBornee[], total: number): Part[] {
  const tenues = parts.map(arrondis);
  const tientBas = sommer(tenues.map((p) => p.bas)) <= total;
  const tientHaut = sommer(tenues.map((p) => p.haut)) >= total;
  return parts.map((p, i) => ({
    ...p,
    bas: tientBas ? tenues[i]!.bas : p.bas,
    haut: tientHaut ? tenues[i]!.haut : p.haut,
  }));
}

/** Tant que les projets suffisent, personne ne les dépasse sans y être tenu ; au-delà, chacun remplit d'abord les siens. */
function parProjets(parts: readonly PartBornee[], total: number): PartBornee[] {
  const remplis = parts.map((p) => borner(p.projets, p));
  const suffisent = sommer(remplis) >= total;
  return parts.map((p, i) => (suffisent ? { ...p, haut: remplis[i]! } : { ...p, bas: remplis[i]! }));
}

function minimal(parts: readonly PartBornee[], total: number): number[] {
  const tenues = parts.map(arrondis);
  const relevees = new Set([...parts.keys()].filter((i) => parts[i]!.bas > arrondir(parts[i]!.reference, 'SUPERIEUR')));
  const marge = (i: number) => parts[i]!.haut - tenues[i]!.haut;
  const arrondi = (i: number) => difference(fraction(tenues[i]!.haut), parts[i]!.reference);
  const manque = total - sommer(tenues.map((p) => p.haut)) - sommer([...relevees].map(marge));
  const autres = [...parts.keys()].filter((i) => !relevees.has(i) && marge(i) > 0);
  autres.sort((a, b) => marge(b) - marge(a) || comparer(arrondi(b), arrondi(a)));
  for (const i of choisir(autres, manque, marge, (i) => parts[i]!.accord === true)) relevees.add(i);
  const cibles = tenues.map((p, i) => (relevees.has(i) ? { ...p, haut: parts[i]!.haut } : p));
  return remplir(cibles, Math.max(total, sommer(cibles.map((p) => p.bas))), 'hausse');
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
    if (couvrent(choix)) return choix;
  }
  return [];
}

const borner = (x: number, { bas, haut }: Part): number => Math.min(haut, Math.max(bas, x));
