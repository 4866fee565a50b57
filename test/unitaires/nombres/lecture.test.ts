import { fraction, lireFlottant, lireNombre } from '../../../src/nombres';
import { ecritureExacte } from '../../outils/valeurs';

describe('lireNombre', () => {
  it.each([
    ['espace ordinaire', '4 082', '4082'],
    ['espace insécable', '4\u00a0082', '4082'],
    ['espace fine insécable', '1\u202f234\u202f567', '1234567'],
    ['espace fine', '1\u2009234', '1234'],
    ['espaces autour', '  165\t', '165'],
    ['virgule', '16,4', '16,4'],
    ['point', '16.4', '16,4'],
    ['millier et décimales', '1 234,50', '1234,5'],
    ['deux milliers', '1 234 567,5', '1234567,5'],
    ['un millier à deux chiffres', '12 345', '12345'],
    ['une apostrophe', "1'234", '1234'],
    ['une apostrophe typographique', '12’345’678', '12345678'],
    ['un caractère invisible', '\u200b2486\ufeff', '2486'],
    ['moins détaché', '\u2212 12', '-12'],
    ['plus', '+71', '71'],
    ['moins', '-12', '-12'],
    ['moins, espaces autour', '  -12 ', '-12'],
    ['moins typographique', '\u221212,5', '-12,5'],
    ['tiret demi-cadratin', '\u20133', '-3'],
    ['plus', '+7', '7'],
    ['moins zéro', '-0', '0'],
    ['zéros de tête', '0083', '83'],
    ['quinze décimales', '0,000000000000001', '1 / 1000000000000000'],
    ['seize chiffres sûrs', '9007199254740991', '9007199254740991'],
  ])('lit un nombre avec %s', (_, texte, attendu) => {
    expect(ecritureExacte(lireNombre(texte)!.valeur)).toBe(attendu);
  });

  it('ne donne pas de signe à zéro', () => expect(lireNombre('−0,0')?.valeur).toEqual(fraction(0, 10)));

  it.each([
    ['16,5 %', '16,5', 1],
    ['16,5\u202f%', '16,5', 1],
    ['20%', '20', 0],
    ['15,00 %', '15', 2],
  ])('lit « %s » : sa valeur en points, ses décimales écrites, son signe', (texte, points, decimales) => {
    const lu = lireNombre(texte)!;
    expect(ecritureExacte(lu.valeur)).toBe(points);
    expect(lu).toMatchObject({ decimales, pourcent: true, ambigu: false });
  });

  it.each([
    ['4082', false],
    ['4.082', true],
    ['999.999', true],
    ['4,082', false],
    ['0.082', false],
    ['4.08', false],
    ['4.0821', false],
    ['1234.567', false],
  ])('dit si « %s » peut être un millier à l’anglaise : %s', (texte, ambigu) => {
    expect(lireNombre(texte)?.ambigu).toBe(ambigu);
  });

  it.each([
    '',
    ' ',
    'n.c.',
    '-',
    '%',
    '12 %%',
    '% 12',
    '1,2,3',
    '1.234,5',
    ',5',
    '5,',
    '1e3',
    '12 lgts',
    '--3',
    '0x10',
    'Infinity',
    '9007199254740993',
    '2 486 2 510',
    '80 60',
    '24 86',
    '12 34',
    '80\n60',
    '80\n600',
    '80\t600',
    '1  234',
    '1234 567',
    '0 123',
    '1 234 56',
    '1 2345',
    '60¹',
    '60²',
    '60 (1)',
    '~60',
    'env. 60',
    '60 ?',
    '60-65',
    '60/65',
    '60 65',
    '60,5 7',
    '60 ; 65',
    '1,234,567',
    '0,0000000000000001',
  ])('refuse « %s »', (texte) => {
    expect(lireNombre(texte)).toBeNull();
  });
});

test('un texte hostile ne coûte pas cher', () => {
  const debut = performance.now();
  for (const motif of ['1', ' ', '1 ', '100 ', "1'", '\u200b', '-']) lireNombre(`${motif.repeat(100_000)}x`);
  expect(performance.now() - debut).toBeLessThan(1000);
});

describe('lireFlottant', () => {
  it.each([
    ['16,400000000000091, reste de 0,2 × 4 082 − 800', 16.400000000000091, '16,4', 1],
    ['le calcul lui-même', 0.2 * 4082 - 800, '16,4', 1],
    ['0,1 + 0,2', 0.1 + 0.2, '0,3', 1],
    ['300 × 0,17', 300 * 0.17, '51', 0],
    ['un entier', 4082, '4082', 0],
    ['un négatif', -0.5, '-0,5', 1],
    ['une poussière négative', 0.3 - 0.1 - 0.2, '0', 0],
    ['un trente-millième, à douze décimales', 1 / 30000, '33333333 / 1000000000000', 12],
    ['un petit taux, à ses décimales écrites', 0.0005, '0,0005', 4],
    ['132,33', 132.33, '132,33', 2],
    ['huit décimales', 0.00012345, '12345 / 100000000', 8],
    ['un grand nombre à cinq décimales', 1_234_567.12345, '1234567,12345', 5],
    ['douze chiffres, et non treize', 123_456_789.1234, '123456789,123', 3],
  ])('lit %s', (_, nombre, attendu, decimales) => {
    const lu = lireFlottant(nombre)!;
    expect(ecritureExacte(lu.valeur)).toBe(attendu);
    expect(lu).toMatchObject({ decimales, pourcent: false, ambigu: false });
  });

  it('n’hésite jamais : la décimale d’une cellule numérique n’est pas un millier', () => {
    expect(lireFlottant(4.082)).toMatchObject({ ambigu: false, decimales: 3 });
  });

  it.each([NaN, Infinity, -Infinity, 2 ** 53, 1e21])('refuse %d', (nombre) => {
    expect(lireFlottant(nombre)).toBeNull();
  });
});
