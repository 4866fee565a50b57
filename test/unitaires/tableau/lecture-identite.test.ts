import { ANNUAIRE } from '../../../src/annuaire';
import { arrondissementDuCode, lireCode, lireDepartement } from '../../../src/tableau/lecture/code-insee';
import { lireIdentite } from '../../../src/tableau/lecture/identite';

describe('un code INSEE, tel qu’on l’écrit', () => {
  test.each([
    ['86041', '86041'],
    ['1427', '01427'],
    ['01 427', '01427'],
    ['1 427', '01427'],
    ['1\u202f427', '01427'],
    ['1.427', '01427'],
    ['2a004', '2A004'],
    ['2A 004', '2A004'],
    ['2b-033', '2B033'],
    ['97411', '97411'],
    ['974-11', '97411'],
    ['974 011', '97411'],
    ['974011', '97411'],
    ['97 411', '97411'],
    ["'86070", '86070'],
    ['="86070"', '86070'],
    ['86-214', '86214'],
    ['86/41', '86041'],
    ['86 115', '86115'],
    ['086041', '86041'],
    ['86115.0', '86115'],
    ['86115,00', '86115'],
    ['8.6158E4', '86158'],
    ['8,6158E+04', '86158'],
    ['86158 (Vienne)', '86158'],
    ['86158 - Vienne', '86158'],
    ['INSEE 86041', '86041'],
    ['Code INSEE : 86041', '86041'],
    ['COM-86158', '86158'],
    ['FR86041', '86041'],
    ['C86041', '86041'],
    ['75116', '75056'],
    ['13201', '13055'],
    ['69383', '69123'],
  ])('%s : %s', (ecrit, code) => expect(lireCode(ecrit)).toBe(code));

  test.each([
    '',
    '214',
    '12',
    '86000',
    '20004',
    '00123',
    '96001',
    '97911',
    '861158',
    '21860158900012',
    '2C004',
    'Vienne',
    '86041 86070',
    '86041/86070',
    '1'.repeat(1000),
  ])('%s ne se lit pas', (ecrit) => expect(lireCode(ecrit)).toBeNull());

  test.each([
    ['041', '86', '86041'],
    ['41', '86', '86041'],
    ['1', '01', '01001'],
    ['4', '2A', '2A004'],
    ['11', '974', '97411'],
    ['011', '974', '97411'],
    ['411', '974', '97411'],
    ['86041', '86', '86041'],
    ['511', '974', null],
  ])('numéro %s du département %s : %s', (numero, departement, code) =>
    expect(lireCode(numero, departement)).toBe(code),
  );

  test.each([
    ['86', '86'],
    ['1', '01'],
    ['086', '86'],
    ['2a', '2A'],
    ['02A', '2A'],
    ['974', '974'],
    ['Vienne (86)', '86'],
    ['86 - Vienne', '86'],
    ['20', null],
    ['999', null],
    ['Vienne', null],
    ['', null],
  ])('département %s : %s', (ecrit, lu) => expect(lireDepartement(ecrit)).toBe(lu));

  test.each([
    ['75116', 16],
    ['69383', 3],
    ['13201', 1],
    ['75056', null],
    ['86041', null],
  ])('arrondissement de %s : %s', (code, lu) => expect(arrondissementDuCode(code)).toBe(lu));
});

describe('le nom et le code', () => {
  test.each([
    ['Buxerolles', '86041', '', 'Buxerolles', '86041', '86041'],
    ['Buxerolles', 'xyz', '', 'Buxerolles', null, 'xyz'],
    ['Buxerolles', 'n.c.', '', 'Buxerolles', null, null],
    ['Buxerolles', '', '', 'Buxerolles', null, null],
    ['Buxerolles', '041', '86', 'Buxerolles', '86041', '041'],
    ['Buxerolles', '41', 'Vienne (86)', 'Buxerolles', '86041', '41'],
    ['Buxerolles', '214', '', 'Buxerolles', null, '214'],
    ['86041 Buxerolles', '', '', 'Buxerolles', '86041', '86041'],
    ['86041 - Buxerolles', '', '', 'Buxerolles', '86041', '86041'],
    ['(86041) Buxerolles', '', '', 'Buxerolles', '86041', '86041'],
    ['Buxerolles (86041)', '', '', 'Buxerolles', '86041', '86041'],
    ['Buxerolles - 86041', '', '', 'Buxerolles', '86041', '86041'],
    ['86041', '', '', '', '86041', '86041'],
    ['Commune 12345', '', '', 'Commune 12345', null, null],
    ['Buxerolles (1) *', '', '', 'Buxerolles', null, null],
    ['', 'Buxerolles', '', 'Buxerolles', null, null],
    ['', '86-214', '', '', '86214', '86-214'],
    ['86041 Buxerolles', '41', '', 'Buxerolles', '86041', '41'],
  ])('« %s », « %s », « %s »', (nom, code, departement, commune, codeInsee, codeEcrit) =>
    expect(lireIdentite({ nom, code, departement })).toMatchObject({ commune, codeInsee, codeEcrit }),
  );

  test.each([
    ['Buxerolles (86)', 'Buxerolles', '86'],
    ['Ajaccio (2A)', 'Ajaccio', '2A'],
    ['86 - Buxerolles', 'Buxerolles', '86'],
    ['974 – Saint-Denis', 'Saint-Denis', '974'],
    ['Buxerolles', 'Buxerolles', null],
  ])('%s : %s, département %s', (nom, commune, departement) =>
    expect(lireIdentite({ nom, code: '' })).toMatchObject({ commune, departement }),
  );

  test.each([
    ['Ajaccio', '20004', '2A004'],
    ['Saint-Benoît', '214', '86214'],
    ['Saint-Denis', '411', '97411'],
    ['Buxerolles', '214', null],
    ['Buxerolles', '86000', null],
    ['Nulle-Part', '214', null],
  ])('avec l’annuaire, %s « %s » : %s', (nom, code, attendu) =>
    expect(lireIdentite({ nom, code }, ANNUAIRE).codeInsee).toBe(attendu),
  );
});
