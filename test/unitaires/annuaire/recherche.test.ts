import { ANNUAIRE } from '../../../src/annuaire';

const noms = (texte: string) => ANNUAIRE.chercherEpci(texte).trouves.map(({ nom }) => nom);

describe('chercher un EPCI par son nom', () => {
  test.each([
    ['CA de La Rochelle', 'CA de La Rochelle'],
    ['ca la rochelle', 'CA de La Rochelle'],
    ['La Rochelle', 'CA de La Rochelle'],
    ['Communauté d’agglomération de La Rochelle', 'CA de La Rochelle'],
    ['241700434', 'CA de La Rochelle'],
    ['Grand Poitiers', 'CU du Grand Poitiers'],
    ['EPT Plaine Commune', 'EPT Plaine Commune'],
  ])('« %s » nomme %s', (texte, nom) => expect(ANNUAIRE.chercherEpci(texte).exact?.nom).toBe(nom));

  test('à mesure qu’on tape, chaque mot peut n’être qu’un début', () => {
    expect(noms('roch')).toContain('CA de La Rochelle');
    expect(noms('la roche')).toEqual(
      expect.arrayContaining(['CA de La Rochelle', 'CA La Roche-sur-Yon - Agglomération']),
    );
    expect(noms('ca roche')).not.toContain('CC La Rochefoucauld Porte du Périgord');
    expect(ANNUAIRE.chercherEpci('grand poit')).toMatchObject({
      exact: null,
      trouves: [{ nom: 'CU du Grand Poitiers' }],
    });
  });
  test('un nom que deux EPCI portent n’en nomme aucun : il faut sa forme', () => {
    const { exact, trouves } = ANNUAIRE.chercherEpci('du Sud');
    expect([exact, trouves.slice(0, 2).map(({ nom }) => nom)]).toEqual([null, ['CA du Sud', 'CC du Sud']]);
    expect(ANNUAIRE.chercherEpci('CC du Sud').exact?.nom).toBe('CC du Sud');
  });
  test('d’un nom inconnu, les trois plus proches', () => {
    const { exact, trouves, proches } = ANNUAIRE.chercherEpci('Communauté d’agglo de La Rochele');
    expect([exact, trouves, proches.length, proches[0]?.nom]).toEqual([null, [], 3, 'CA de La Rochelle']);
  });
  test('rien n’est proposé à qui n’a rien écrit, et une île sans EPCI n’en est pas un', () => {
    expect(ANNUAIRE.chercherEpci(' ')).toEqual({ exact: null, trouves: [], proches: [] });
    expect(noms('aucun epci a fiscalite')).toEqual([]);
  });
});

describe('les départements', () => {
  test.each([
    ['17', 'Charente-Maritime'],
    ['1', 'Ain'],
    ['2a', 'Corse-du-Sud'],
    ['charente maritime', 'Charente-Maritime'],
    ['974', 'La Réunion'],
  ])('%s est %s', (texte, nom) => expect(ANNUAIRE.departement(texte)?.nom).toBe(nom));
  test.each(['20', '99', '', 'Poitou'])('« %s » n’en est pas un', (texte) =>
    expect(ANNUAIRE.departement(texte)).toBeUndefined(),
  );
  test.each([
    ['86214', '86'],
    ['2A004', '2A'],
    ['97410', '974'],
  ])('la commune %s est du %s', (commune, code) => expect(ANNUAIRE.departementDeLaCommune(commune)?.code).toBe(code));
});

describe('le nom d’un EPCI, non d’une commune', () => {
  test.each([
    ['Grand Poitiers', true],
    ['CU du Grand Poitiers', true],
    ['Saint-Lô Agglo', true],
    ['Saint-l’lô', false],
    ['Saint l Lô', false],
    ['Saint-Lo', false],
  ])('« %s » : %s', (nom, attendu) => expect(ANNUAIRE.nommeUnEpci(nom)).toBe(attendu));
});
