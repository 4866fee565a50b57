import { ecrire, ecrireCompte, fraction } from '../../../src/nombres';

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

  it('accorde un pluriel irrégulier', () => {
    expect(ecrireCompte(3, 'tableau', 'tableaux')).toBe('3 tableaux');
  });
});
