import { auCentime, fraction, produitArrondi } from '../../../src/nombres';

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
