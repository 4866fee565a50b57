import { arrondie, arrondir, arrondisPossibles, fraction, MODES_ARRONDI } from '../../../src/nombres';

describe('arrondir', () => {
  it.each([
    // valeur                         PROCHE SUPERIEUR INFERIEUR
    ['82,5', fraction(165, 2), 83, 83, 82],
    ['82,49', fraction(8249, 100), 82, 83, 82],
    ['82,51', fraction(8251, 100), 83, 83, 82],
    ['132,33', fraction(13233, 100), 132, 133, 132],
    ['0,5', fraction(1, 2), 1, 1, 0],
    ['0,01', fraction(1, 100), 0, 1, 0],
    ['165, écrit 16 500 / 100', fraction(16500, 100), 165, 165, 165],
    ['0', fraction(0, 7), 0, 0, 0],
    ['−0,5', fraction(-1, 2), 0, 0, -1],
    ['−2,5', fraction(-5, 2), -2, -2, -3],
    ['−2,51', fraction(-251, 100), -3, -2, -3],
    ['−3', fraction(-6, 2), -3, -3, -3],
    ['presque 1', fraction(9007199254740990, 9007199254740991), 1, 1, 0],
    ['un peu moins de −3', fraction(-9007199254740991, 3002399751580330), -3, -3, -4],
    ['51, que 300 × 0,17 en virgule flottante dépasse', fraction(300 * 17, 100), 51, 51, 51],
  ])('arrondit %s', (_, valeur, proche, superieur, inferieur) => {
    const arrondis = (['PROCHE', 'SUPERIEUR', 'INFERIEUR'] as const).map((mode) => arrondir(valeur, mode));
    expect(arrondis).toEqual([proche, superieur, inferieur]);
  });

  it('laisse la valeur exacte en mode EXACT, et l’arrondit sinon', () => {
    const exacte = fraction(165, 2);
    expect(MODES_ARRONDI.map((mode) => arrondie(exacte, mode))).toEqual([
      fraction(83),
      fraction(83),
      fraction(82),
      exacte,
    ]);
  });

  it.each([
    ['52 de 52,2', fraction(522, 10), 52, ['PROCHE', 'INFERIEUR']],
    ['53 de 52,2', fraction(522, 10), 53, ['SUPERIEUR']],
    ['83 de 82,5', fraction(165, 2), 83, ['PROCHE', 'SUPERIEUR']],
    ['165 de 165', fraction(165), 165, ['PROCHE', 'SUPERIEUR', 'INFERIEUR']],
    ['51 de 52,2', fraction(522, 10), 51, []],
    ['54 de 52,2', fraction(522, 10), 54, []],
  ])('dit de quel arrondi vient %s', (_, exacte, entier, modes) => {
    expect(arrondisPossibles(exacte, entier)).toEqual(modes);
  });
});
