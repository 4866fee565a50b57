import { comparer, difference, estEntiere, fraction, produit, somme, versNombre, ZERO } from '../../../src/nombres';
import { ecritureExacte } from '../../outils/valeurs';

describe('fraction', () => {
  it.each([
    [2 ** 53, 1],
    [1, 2 ** 53],
    [1.5, 1],
    [1, 0],
    [1, -2],
    [NaN, 1],
    [Infinity, 1],
  ])('refuse %d / %d plutôt que d’arrondir en silence', (numerateur, denominateur) => {
    expect(() => fraction(numerateur, denominateur)).toThrow(RangeError);
  });

  it('va jusqu’au plus grand entier sûr', () => {
    expect(fraction(9007199254740991)).toEqual({ numerateur: 9007199254740991, denominateur: 1 });
  });

  it('additionne, soustrait et multiplie sans virgule flottante', () => {
    const [dixieme, cinquieme] = [fraction(1, 10), fraction(2, 10)];
    expect(somme(dixieme, cinquieme)).toEqual({ numerateur: 3, denominateur: 10 });
    expect(difference(dixieme, cinquieme)).toEqual({ numerateur: -1, denominateur: 10 });
    expect(ecritureExacte(difference(produit(cinquieme, fraction(4082)), fraction(800)))).toBe('16,4');
    expect(ecritureExacte(produit(fraction(-165), fraction(1, 2)))).toBe('-82,5');
  });

  it.each([
    [fraction(3, 2), fraction(1, 3), fraction(11, 6)],
    [fraction(1, 4), fraction(1, 2), fraction(3, 4)],
    // 2 × (2⁵³ − 1) − 3 × (2⁵³ − 3) : les produits débordent, leur somme non.
    [fraction(9007199254740991, 3), fraction(-9007199254740989, 2), fraction(-9007199254740985, 6)],
  ])('met %j et %j au même dénominateur', (a, b, attendue) => expect(somme(a, b)).toEqual(attendue));

  it('garde exact un produit dont seuls les termes non réduits débordent', () => {
    expect(produit(fraction(9007199254740991, 3), fraction(3, 2))).toEqual(fraction(9007199254740991, 2));
  });

  it('ne donne pas de signe à zéro', () => expect(produit(ZERO, fraction(-1))).toEqual(ZERO));

  it('dit les deux termes qu’elle refuse', () => {
    expect(() => fraction(1, -2)).toThrow('Fraction hors des entiers sûrs : 1 / -2');
  });

  it('réduit le résultat : 50 / 100 × 2 / 4 donne 1 / 4', () => {
    expect(produit(fraction(50, 100), fraction(2, 4))).toEqual({ numerateur: 1, denominateur: 4 });
  });

  it('lève quand le résultat exact sort des entiers sûrs', () => {
    expect(() => produit(fraction(9007199254740991), fraction(2))).toThrow(RangeError);
    expect(() => somme(fraction(1, 9007199254740991), fraction(1, 9007199254740989))).toThrow(RangeError);
  });

  it.each([
    ['165/2 et 330/4', fraction(165, 2), fraction(330, 4), 0],
    ['82,5 et 83', fraction(165, 2), fraction(83), -1],
    ['−1/3 et −1/2', fraction(-1, 3), fraction(-1, 2), 1],
    [
      'deux voisins que la virgule flottante confond',
      fraction(9007199254740990, 9007199254740991),
      fraction(9007199254740989, 9007199254740990),
      1,
    ],
    [
      'deux égaux de grands dénominateurs',
      fraction(3000000000000000, 9000000000000000),
      fraction(1000000000000001, 3000000000000003),
      0,
    ],
  ])('compare exactement %s', (_, a, b, signe) => {
    expect(Math.sign(comparer(a, b))).toBe(signe);
    expect(Math.sign(comparer(b, a))).toBe(signe === 0 ? 0 : -signe);
  });

  it('reconnaît un entier à sa valeur, non à son dénominateur', () => {
    expect([fraction(500, 100), fraction(165, 2), fraction(-4, 2)].map(estEntiere)).toEqual([true, false, true]);
  });

  it('rend pour l’affichage le nombre à virgule le plus proche', () => {
    expect(versNombre(fraction(1640, 100))).toBe(16.4);
  });
});
