import {
  ecrire,
  ecrireAuLong,
  ecrireCompte,
  ecrireDuBonCote,
  ecrireEuros,
  fraction,
  lireNombre,
  typographier,
} from '../../../src/nombres';

const FINE = '\u202f';

describe('ecrire', () => {
  it.each([
    ['un millier, espace fine insécable', fraction(1234), undefined, `1${FINE}234`],
    ['deux décimales par défaut', fraction(66165, 1000), undefined, '66,17'],
    ['quatre décimales à la demande', fraction(66165, 1000), 4, '66,165'],
    ['aucune décimale inutile', fraction(1640, 100), undefined, '16,4'],
    ['un entier écrit en fraction', fraction(16500, 100), 4, '165'],
    ['un nombre nu', 0.25, undefined, '0,25'],
    ['aucune décimale', fraction(165, 2), 0, '83'],
    ['quatre décimales au plus', fraction(123456, 100000), 9, '1,2346'],
  ])('écrit %s', (_, valeur, decimales, attendu) => {
    expect(ecrire(valeur, decimales)).toBe(attendu);
  });

  it.each([
    [0, '0 logement'],
    [1, '1 logement'],
    [2, '2 logements'],
    [1500, `1${FINE}500 logements`],
  ])('accorde le nom au nombre : %d', (nombre, attendu) => {
    expect(ecrireCompte(nombre, 'logement')).toBe(attendu);
  });

  it('accorde au singulier en deçà de 2', () => {
    expect([fraction(3, 2), fraction(1, 2)].map((f) => ecrireCompte(f, 'logement'))).toEqual([
      '1,5 logement',
      '0,5 logement',
    ]);
  });

  it('écrit un vrai signe moins, que le lecteur relit', () => {
    expect([ecrire(-13), ecrire(fraction(-125, 10)), ecrire(-0.001)]).toEqual(['\u221213', '\u221212,5', '0']);
    expect(lireNombre(ecrire(-1234))?.valeur).toEqual(fraction(-1234));
  });

  it('écrit des euros, leurs centimes à deux chiffres', () => {
    expect(ecrireEuros(fraction(643125, 10))).toBe(`64${FINE}312,50\u00a0€`);
    expect(ecrireEuros(fraction(-5000))).toBe(`\u22125${FINE}000\u00a0€`);
    expect(typographier('5 €')).toBe('5\u00a0€');
  });

  it('écrit au long toutes les décimales lues', () => {
    const valeurs = [fraction(125_075_734_512, 10 ** 8), fraction(1500), fraction(-5, 1000)];
    expect(valeurs.map(ecrireAuLong)).toEqual([`1${FINE}250,75734512`, `1${FINE}500`, '\u22120,005']);
  });

  it.each([
    [fraction(2499, 100), 1, '24,99'],
    [fraction(24_999, 1000), 1, '24,999'],
    [fraction(25), 1, '25'],
    [fraction(2501, 100), 1, '25,01'],
    [fraction(100, 3), 1, '33,3'],
    [fraction(146, 10), 4, '14,6'],
    [fraction(2_499_999_999, 10 ** 8), 4, '24,99999999'],
    [fraction(249_999_999_999_994, 10 ** 13), 4, '24,999999999999'],
  ])('écrit %j du bon côté de 25 : au moins %d décimale, %s', (f, decimales, attendu) => {
    expect(ecrireDuBonCote(f, fraction(25), decimales)).toBe(attendu);
  });

  it('accorde un pluriel irrégulier', () => {
    expect(ecrireCompte(3, 'tableau', 'tableaux')).toBe('3 tableaux');
  });
});
