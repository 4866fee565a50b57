/** Nombre exact : quotient de deux entiers sûrs (|n| ≤ 2⁵³), dénominateur strictement positif. */
export interface Fraction {
  readonly numerateur: number;
  readonly denominateur: number;
}

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

export function produit(a: Fraction, b: Fraction): Fraction {
  const haut = a.numerateur * b.numerateur;
  const bas = a.denominateur * b.denominateur;
  if (Number.isSafeInteger(haut) && Number.isSafeInteger(bas)) return reduire(haut, bas);
  return reduireGrands(BigInt(a.numerateur) * BigInt(b.numerateur), BigInt(a.denominateur) * BigInt(b.denominateur));
}

export function somme(a: Fraction, b: Fraction): Fraction {
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

export function difference(a: Fraction, b: Fraction): Fraction {
  return somme(a, fraction(-b.numerateur, b.denominateur));
}

/** Négatif si a < b, nul si a = b, positif si a > b ; exact quels que soient les dénominateurs. */
export function comparer(a: Fraction, b: Fraction): number {
  const gauche = a.numerateur * b.denominateur;
  const droite = b.numerateur * a.denominateur;
  if (Number.isSafeInteger(gauche) && Number.isSafeInteger(droite)) return gauche - droite;
  const ecart = BigInt(a.numerateur) * BigInt(b.denominateur) - BigInt(b.numerateur) * BigInt(a.denominateur);
  return ecart < 0n ? -1 : ecart > 0n ? 1 : 0;
}

export function estEntiere(f: Fraction): boolean {
  return f.numerateur % f.denominateur === 0;
}

/** Le nombre à virgule le plus proche, pour l'affichage et les cellules ; jamais pour comparer. */
export function versNombre(f: Fraction): number {
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
