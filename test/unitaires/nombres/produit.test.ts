import {
  auCentime,
  comparerExacts,
  exact,
  fraction,
  montrable,
  produitArrondi,
  retrancher,
} from '../../../src/nombres';

describe('produitArrondi', () => {
  it.each([
    [[fraction(165, 2)], 83, 83, 82],
    [[fraction(-5, 2)], -2, -2, -3],
    [[fraction(-251, 100)], -3, -2, -3],
    [[fraction(1, 3), fraction(3)], 1, 1, 1],
    [[fraction(2, 3), fraction(2, 3)], 0, 1, 0],
    [[], 1, 1, 1],
    // Le produit des numérateurs dépasse les entiers sûrs, pas l'entier rendu.
    [[fraction(125_075_734_512, 10 ** 8), fraction(50_040, 100)], 625_879, 625_879, 625_878],
  ])('%j', (facteurs, proche, superieur, inferieur) => {
    const modes = ['PROCHE', 'SUPERIEUR', 'INFERIEUR'] as const;
    expect(modes.map((mode) => produitArrondi(facteurs, mode))).toEqual([proche, superieur, inferieur]);
  });

  it('refuse un entier trop grand plutôt que de le fausser', () => {
    expect(() => produitArrondi([fraction(2 ** 52), fraction(4)], 'PROCHE')).toThrow(RangeError);
  });
});

test.each([
  [[fraction(100), fraction(1, 3)], 'PROCHE', 3333],
  [[fraction(2, 3)], 'PROCHE', 67],
  [[fraction(2, 3)], 'INFERIEUR', 66],
  [[fraction(1, 200)], 'PROCHE', 1],
] as const)('auCentime(%j, %s) : %d centimes', (facteurs, mode, centimes) => {
  expect(auCentime(facteurs, mode)).toEqual(fraction(centimes, 100));
});

describe('un nombre exact', () => {
  const LONG = fraction(999_999_999_999, 10 ** 12);
  it('se compare et se retranche sans débordement', () => {
    const produit = exact(LONG, LONG, LONG);
    expect(comparerExacts(produit, exact(fraction(1)))).toBe(-1);
    expect(comparerExacts(produit, produit)).toBe(0);
    expect(comparerExacts(exact(fraction(1)), retrancher(exact(fraction(1)), LONG))).toBe(1);
    expect(auCentime(retrancher(exact(fraction(5)), fraction(2001, 1000)))).toEqual(fraction(300, 100));
  });
  it('se montre par sa fraction, ou au dix-millième inférieur si elle déborde', () => {
    expect(montrable(exact(fraction(2, 3), fraction(3, 4)))).toEqual(fraction(1, 2));
    expect(montrable(exact(LONG, LONG, fraction(4000)))).toEqual(fraction(39_999_999, 10_000));
    expect(montrable(retrancher(exact(fraction(0)), fraction(5)))).toEqual(fraction(-5));
    expect(montrable(exact(fraction(-2, 4)))).toEqual(fraction(-1, 2));
    expect(montrable(retrancher(exact(fraction(1, 2)), fraction(1, 3)))).toEqual(fraction(1, 6));
    expect(montrable(exact(fraction(1, 9007199254740991), fraction(1, 3)))).toEqual(fraction(0, 10_000));
  });
});
