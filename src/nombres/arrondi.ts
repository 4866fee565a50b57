import { fraction, type Fraction, type Quantite } from './fraction';

/** Les arrondis offerts à l'agent ; ni la loi ni le décret n'en fixent (docs/adr/0001-arrondis.md). */
export const MODES_ARRONDI = ['PROCHE', 'SUPERIEUR', 'INFERIEUR', 'EXACT'] as const;
export type ModeArrondi = (typeof MODES_ARRONDI)[number];
export type ModeEntier = Exclude<ModeArrondi, 'EXACT'>;

/**
 * Arrondit une fraction à l'entier, en arithmétique entière ; `PROCHE` arrondit 0,5 vers le haut.
 * @example arrondir(fraction(165, 2), 'PROCHE') // 83 : 82,5 monte
 * @example arrondir(fraction(165, 2), 'INFERIEUR') // 82
 */
export function arrondir({ numerateur, denominateur }: Quantite, mode: ModeEntier): number {
  const resteSigne = numerateur % denominateur;
  const reste = resteSigne < 0 ? resteSigne + denominateur : resteSigne;
  const inferieur = (numerateur - resteSigne) / denominateur - (resteSigne < 0 ? 1 : 0);
  if (reste === 0 || mode === 'INFERIEUR') return inferieur;
  if (mode === 'SUPERIEUR') return inferieur + 1;
  return 2 * reste >= denominateur ? inferieur + 1 : inferieur;
}

/** La valeur arrondie selon le mode, encore exacte (inchangée pour `EXACT`). */
export function arrondie<U>(f: Fraction<U>, mode: ModeArrondi): Fraction<U> {
  return mode === 'EXACT' ? f : fraction(arrondir(f, mode));
}

/**
 * Les arrondis entiers de `f` que `entier` pourrait être ; vide si aucun.
 * @example arrondisPossibles(fraction(522, 10), 52) // ['PROCHE', 'INFERIEUR']
 */
export function arrondisPossibles(f: Quantite, entier: number): ModeEntier[] {
  return (['PROCHE', 'SUPERIEUR', 'INFERIEUR'] as const).filter((mode) => arrondir(f, mode) === entier);
}
