import {
  comparerDates,
  dateCivile,
  dateDuNumero,
  ecrireDate,
  lireDate,
  moisAvant,
  ecrireJourEnLettres,
  ecrireJourIso,
} from '../../../src/nombres';

const d = (texte: string) => lireDate(texte)!;

describe('dates', () => {
  it.each(['31/12/2026', '29/02/2024', '01/03/1900'])('lit et écrit %s', (texte) => {
    expect(ecrireDate(d(texte))).toBe(texte);
  });
  it.each([
    '30/02/2026',
    '29/02/2100',
    '32/01/2026',
    '00/01/2026',
    '1/13/2026',
    '2026-12-31',
    '31/12/26',
    '31/12/0002',
    '31/12/1899',
    'le 31/12/2026',
    '31/12/2026 au soir',
    '31/12/2026.',
    'demain',
    '',
  ])('refuse « %s »', (texte) => expect(lireDate(texte)).toBeNull());
  it('lit une date entre deux espaces', () => expect(ecrireDate(d(' 31/12/2026 '))).toBe('31/12/2026'));
  it('refuse un jour qui n’est pas entier', () => expect(dateCivile(2026, 1, 1.5)).toBeNull());

  it.each([
    ['31/12/2026', 30, '30/06/2024'],
    ['31/08/2026', 30, '29/02/2024'],
    ['31/08/2025', 30, '28/02/2023'],
    ['15/01/2026', 1, '15/12/2025'],
    ['15/01/2026', 0, '15/01/2026'],
    ['30/06/2026', 30, '30/12/2023'],
  ])('%s moins %d mois : %s', (date, mois, attendu) => expect(ecrireDate(moisAvant(d(date), mois))).toBe(attendu));

  it.each([
    ['01/01/2026', '01/01/2026', 0],
    ['01/01/2026', '02/01/2026', -1],
    ['01/02/2026', '31/01/2026', 1],
    ['01/01/2027', '31/12/2026', 1],
  ])('%s et %s se comparent', (a, b, signe) => expect(Math.sign(comparerDates(d(a), d(b)))).toBe(signe));

  it('numérote les jours comme un tableur, bissextiles comprises', () => {
    const jour = 86_400_000;
    for (let numero = 61; numero < 80_000; numero += 13) {
      const date = new Date(Date.UTC(1899, 11, 30) + numero * jour);
      expect(dateDuNumero(numero)).toEqual({
        annee: date.getUTCFullYear(),
        mois: date.getUTCMonth() + 1,
        jour: date.getUTCDate(),
      });
    }
    expect(ecrireDate(dateDuNumero(46_387)!)).toBe('31/12/2026');
    expect(ecrireDate(dateDuNumero(2_958_465)!)).toBe('31/12/9999');
  });
  it.each([60, 0, -1, 46_387.5, 2_958_466])('refuse le numéro %d', (n) => expect(dateDuNumero(n)).toBeNull());
});

test('une date ISO s’écrit à la française', () => expect(ecrireJourIso('2026-07-01')).toBe('01/07/2026'));

test.each([
  ['2026-11-22', '22 novembre 2026'],
  ['2026-02-01', '1er février 2026'],
])('%s en toutes lettres : %s', (jour, attendu) => expect(ecrireJourEnLettres(jour)).toBe(attendu));
