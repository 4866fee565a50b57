import { ErreurDeFormule, lireFormule } from '../../../src/cli/formule';

describe('une formule telle qu’un Excel français la prend', () => {
  test.each<[string, unknown[]]>([
    ['=SRU.TAUX(1500;10000)', [[[1500]], [[10000]]]],
    [' = sru.taux( 1500 ; 10000 ) ', [[[1500]], [[10000]]]],
    ['=F(0,2;16%;-3;1,5E3)', [[[0.2]], [[0.16]], [[-3]], [[1500]]]],
    ['=F("2020-2022";"dit ""x"" ; y";VRAI;faux)', [[['2020-2022']], [['dit "x" ; y']], [[true]], [[false]]]],
    ['=F(1;;3)', [[[1]], null, [[3]]]],
    ['=F(1;;)', [[[1]], null, null]],
    ['=F()', []],
    ['=F({1;2;3})', [[[1], [2], [3]]]],
    [
      '=F({1.2;3.4})',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    [
      '=F({"a".0,5;"b".10%})',
      [
        [
          ['a', 0.5],
          ['b', 0.1],
        ],
      ],
    ],
    ['=F(#REF!)', [[[{ code: '#REF!' }]]]],
  ])('%s', (formule, plages) => expect(lireFormule(formule).plages).toEqual(plages));

  test('le nom est en capitales', () => expect(lireFormule('=sru.objectif.depuis(1)').nom).toBe('SRU.OBJECTIF.DEPUIS'));

  test.each([
    'SRU.TAUX(1;2)',
    '=SRU.TAUX(1,2',
    '=1+2',
    '=F(1 2)',
    '=F(A1)',
    '=F({1;2)',
    '=F({1.2;3})',
    '=F("x)',
    '=F(1);',
  ])('%s est refusée', (formule) => {
    expect(() => lireFormule(formule)).toThrow(ErreurDeFormule);
    expect(() => lireFormule(formule)).toThrow(/attendu/);
  });
});
