import { fraction, type Fraction, type Quantite } from './fraction';
import type { ModeEntier } from './arrondi';

/** Un nombre exact, si longs que soient ses termes : pour un calcul qui ne s'arrondit qu'à la fin. */
export interface Exact {
  readonly numerateur: bigint;
  readonly denominateur: bigint;
}

/** Le produit exact de facteurs. */
export const exact = (...facteurs: readonly Quantite[]): Exact =>
  facteurs.reduce<Exact>(
    ({ numerateur: n, denominateur: d }, f) => ({
      numerateur: n * BigInt(f.numerateur),
      denominateur: d * BigInt(f.denominateur),
    }),
    { numerateur: 1n, denominateur: 1n },
  );

export const retrancher = ({ numerateur: n, denominateur: d }: Exact, f: Quantite): Exact => ({
  numerateur: n * BigInt(f.denominateur) - BigInt(f.numerateur) * d,
  denominateur: d * BigInt(f.denominateur),
});

/** Négatif si a < b, nul si a = b, positif si a > b. */
export function comparerExacts(a: Exact, b: Exact): number {
  const ecart = a.numerateur * b.denominateur - b.numerateur * a.denominateur;
  return ecart < 0n ? -1 : ecart > 0n ? 1 : 0;
}

const DIX_MILLIEMES = 10_000n;

/** La fraction d'un nombre exact, pour la montrer ; au dix-millième inférieur si ses termes ne sont pas des entiers sûrs. */
export function montrable({ numerateur: n, denominateur: d }: Exact): Fraction {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  const [numerateur, denominateur] = [Number(n / a), Number(d / a)];
  if (Number.isSafeInteger(numerateur) && Number.isSafeInteger(denominateur)) {
    return fraction(numerateur, denominateur);
  }
  const entier = arrondirExact({ numerateur: n * DIX_MILLIEMES, denominateur: d }, 'INFERIEUR');
  return fraction(entier, Number(DIX_MILLIEMES));
}

/**
 * L'entier d'un produit de facteurs : exact jusqu'au bout, arrondi une seule fois, si longs que soient les facteurs.
 * @example produitArrondi([fraction(125075734512, 10 ** 8), fraction(50040, 100)], 'PROCHE') // 625 879
 */
export const produitArrondi = (facteurs: readonly Quantite[], mode: ModeEntier): number =>
  arrondirExact(exact(...facteurs), mode);

function arrondirExact({ numerateur, denominateur }: Exact, mode: ModeEntier): number {
  const resteSigne = numerateur % denominateur;
  const reste = resteSigne < 0n ? resteSigne + denominateur : resteSigne;
  const inferieur = (numerateur - reste) / denominateur;
  const monte = reste > 0n && (mode === 'SUPERIEUR' || (mode === 'PROCHE' && 2n * reste >= denominateur));
  return fraction(Number(inferieur + (monte ? 1n : 0n))).numerateur;
}

const CENTIMES = 100;

/**
 * Un montant en euros, au centime, d'un nombre exact ou d'un produit de facteurs.
 * @example auCentime([fraction(100), fraction(1, 3)]) // 33,33
 */
export function auCentime(montant: readonly Quantite[] | Exact, mode: ModeEntier = 'PROCHE'): Fraction {
  const { numerateur, denominateur } = 'numerateur' in montant ? montant : exact(...montant);
  const centimes = arrondirExact({ numerateur: numerateur * BigInt(CENTIMES), denominateur }, mode);
  return fraction(centimes, CENTIMES);
}
