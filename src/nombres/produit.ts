import { fraction, type Fraction } from './fraction';
import type { ModeEntier } from './arrondi';

/**
 * L'entier d'un produit de facteurs : exact jusqu'au bout, arrondi une seule fois, si longs que soient les facteurs.
 * @example produitArrondi([fraction(125075734512, 10 ** 8), fraction(50040, 100)], 'PROCHE') // 625 879
 */
export function produitArrondi(facteurs: readonly Fraction[], mode: ModeEntier): number {
  const [numerateur, denominateur] = facteurs.reduce(
    ([n, d], f) => [n * BigInt(f.numerateur), d * BigInt(f.denominateur)],
    [1n, 1n],
  );
  const resteSigne = numerateur % denominateur;
  const reste = resteSigne < 0n ? resteSigne + denominateur : resteSigne;
  const inferieur = (numerateur - reste) / denominateur;
  const monte = reste > 0n && (mode === 'SUPERIEUR' || (mode === 'PROCHE' && 2n * reste >= denominateur));
  return fraction(Number(inferieur + (monte ? 1n : 0n))).numerateur;
}

const CENTIMES = fraction(100);

/**
 * Un montant en euros, au centime, d'un produit de facteurs.
 * @example auCentime([fraction(100), fraction(1, 3)]) // 33,33
 */
export const auCentime = (facteurs: readonly Fraction[], mode: ModeEntier = 'PROCHE'): Fraction =>
  fraction(produitArrondi([...facteurs, CENTIMES], mode), CENTIMES.numerateur);
