/**
 * Nombre exact : quotient de deux entiers sûrs (|n| ≤ 2⁵³), dénominateur strictement positif. `U` est ce qu'il mesure, et n'existe que pour
 * le compilateur : deux unités ne se mêlent pas. Sans unité, un nombre nu, tel qu'une cellule le donne, va partout ; `Quantite` reçoit tout.
 */
export interface Fraction<U = never> {
  readonly numerateur: number;
  readonly denominateur: number;
  readonly unite?: U;
}

/** La même unité ; un nombre nu va avec toutes. */
type Meme<U> = [U] extends [never] ? unknown : U;
/** Une fraction de quelque unité. */
export type Quantite = Fraction<unknown>;
export type Logements = Fraction<'logements'>;
/** Un taux, ou un écart de taux, de 0 à 100. */
export type Points = Fraction<'points'>;
/** Un taux de 0 à 1. */
export type Rapport = Fraction<'ratio'>;
export type Euros = Fraction<'€'>;
/** Une part que la loi écrit en pour cent : 33. */
export type PourCent = number & { readonly unite?: '%' };
/** Un écart que la loi écrit en points : 4. */
export type EnPoints = number & { readonly unite?: 'points' };

/**
 * Fraction de deux entiers ; lève `RangeError` au-delà des entiers sûrs, pour qu'aucun résultat ne soit arrondi en silence.
 * @example fraction(1640, 100) // 16,4
 */
export function fraction(numerateur: number, denominateur = 1): Fraction {
  if (!Number.isSafeInteger(numerateur) || !Number.isSafeInteger(denominateur) || denominateur <= 0) {
    throw new RangeError(`Fraction hors des entiers sûrs : ${numerateur} / ${denominateur}`);
  }
  return { numerateur, denominateur };
}

export const ZERO = fraction(0);

export function produit(a: Quantite, b: Quantite): Fraction {
  const haut = a.numerateur * b.numerateur;
  const bas = a.denominateur * b.denominateur;
  if (Number.isSafeInteger(haut) && Number.isSafeInteger(bas)) return reduire(haut, bas);
  return reduireGrands(BigInt(a.numerateur) * BigInt(b.numerateur), BigInt(a.denominateur) * BigInt(b.denominateur));
}

export function somme<U>(a: Fraction<U>, b: Fraction<Meme<U>>): Fraction<U> {
  if (a.denominateur === b.denominateur) return fraction(a.numerateur + b.numerateur, a.denominateur);
  const gauche = a.numerateur * b.denominateur;
  const droite = b.numerateur * a.denominateur;
  const bas = a.denominateur * b.denominateur;
  // Chacun des deux est sûr si la somme de leurs grandeurs l'est.
  if (Number.isSafeInteger(Math.abs(gauche) + Math.abs(droite)) && Number.isSafeInteger(bas))
    return reduire(gauche + droite, bas);
  const [an, ad, bn, bd] = [a.numerateur, a.denominateur, b.numerateur, b.denominateur].map(BigInt) as Quatre;
  return reduireGrands(an * bd + bn * ad, ad * bd);
}

export function difference<U>(a: Fraction<U>, b: Fraction<Meme<U>>): Fraction<U> {
  return somme(a, fraction(-b.numerateur, b.denominateur));
}

/** Négatif si a < b, nul si a = b, positif si a > b ; exact quels que soient les dénominateurs. */
export function comparer<U>(a: Fraction<U>, b: Fraction<Meme<U>>): number {
  const gauche = a.numerateur * b.denominateur;
  const droite = b.numerateur * a.denominateur;
  if (Number.isSafeInteger(gauche) && Number.isSafeInteger(droite)) return gauche - droite;
  const ecart = BigInt(a.numerateur) * BigInt(b.denominateur) - BigInt(b.numerateur) * BigInt(a.denominateur);
  return ecart < 0n ? -1 : ecart > 0n ? 1 : 0;
}

export function estEntiere(f: Quantite): boolean {
  return f.numerateur % f.denominateur === 0;
}

/** Le nombre à virgule le plus proche, pour l'affichage et les cellules ; jamais pour comparer. */
export function versNombre(f: Quantite): number {
  return f.numerateur / f.denominateur;
}

type Quatre = [bigint, bigint, bigint, bigint];

function reduire(numerateur: number, denominateur: number): Fraction {
  let a = Math.abs(numerateur);
  for (let b = denominateur; b > 0;) {
    const reste = a % b;
    a = b;
    b = reste;
  }
  // Zéro n'a pas de signe.
  return fraction(numerateur / a + 0, denominateur / a);
}

/** La même, quand un produit intermédiaire déborde. */
function reduireGrands(numerateur: bigint, denominateur: bigint): Fraction {
  let [a, b] = [numerateur < 0n ? -numerateur : numerateur, denominateur];
  while (b > 0n) [a, b] = [b, a % b];
  return fraction(Number(numerateur / a), Number(denominateur / a));
}
