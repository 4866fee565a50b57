import { ANNUAIRE } from '../../../src/annuaire';
import { CHAMP, REFERENCES } from '../../../src/droit';
import donnees from '../../../src/annuaire/communes.json';
import { correctionDe } from '../../../src/tableau';
import { controle, resumer } from '../../outils/tableau';

const ENTETES = ['Code INSEE', 'Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'EPCI'];
const commune = (code: string, nom: string, epci = '') => [code, nom, 10_000, 1500, 20, 165, epci];
const constats = (lignes: unknown[][], ...codes: string[]) =>
  resumer(controle(ENTETES, lignes, { annuaire: ANNUAIRE }), ...codes);

const POITIERS = ['86194', 'Poitiers'] as const;
const BUXEROLLES = ['86041', 'Buxerolles'] as const;
const NIORT = ['79191', 'Niort'] as const;

describe('un même EPCI (L. 302-8, X)', () => {
  const HORS = 'COMMUNE_HORS_EPCI';
  test('une commune d’ailleurs bloque', () => {
    expect(constats([commune(...POITIERS), commune(...NIORT), commune(...BUXEROLLES)], HORS)).toEqual([
      `${HORS} Niort bloquant`,
    ]);
  });
  test('à une contre une, la seconde est d’ailleurs : le doute ne passe pas en silence', () => {
    expect(constats([commune(...POITIERS), commune(...NIORT)], HORS)).toEqual([`${HORS} Niort bloquant`]);
  });
  test('dans la métropole du Grand Paris, l’établissement public territorial en tient lieu', () => {
    const [neuilly, raincy, courbevoie] = [
      ['92051', 'Neuilly-sur-Seine'],
      ['93062', 'Le Raincy'],
      ['92026', 'Courbevoie'],
    ] as const;
    const lignes = [commune(...neuilly), commune(...raincy), commune(...courbevoie)];
    expect(constats(lignes, HORS)).toEqual([`${HORS} Le Raincy alerte`]);
    const hors = controle(ENTETES, lignes, { annuaire: ANNUAIRE }).constats.find((c) => c.code === HORS)!;
    expect([hors.certitude, hors.empecheDeConclure]).toEqual(['interprétation', false]);
    expect(hors.message).toContain('notre lecture');
    expect(correctionDe(hors)).toContain('préfet');
  });
  test('entre un EPT et une commune hors de la métropole, le doute n’est plus permis', () => {
    const lignes = [commune('92051', 'Neuilly-sur-Seine'), commune('92026', 'Courbevoie'), commune(...NIORT)];
    expect(constats(lignes, HORS)).toEqual([`${HORS} Niort bloquant`]);
  });
  test('sans code, un homonyme se départage par l’EPCI des autres', () => {
    expect(constats([commune('', 'Poitiers'), commune('', 'Saint-Benoît'), commune(...BUXEROLLES)], HORS)).toEqual([]);
  });
  test.each([
    ['Grand Poitiers Communauté urbaine', []],
    ['CU de Grand-Poitiers', []],
    ['200069854', []],
    ['CA du Niortais', [`${HORS} Poitiers alerte`]],
  ])('EPCI écrit « %s »', (epci, attendus) => expect(constats([commune(...POITIERS, epci)], HORS)).toEqual(attendus));
  test('les communes du seuil absentes du tableau sont nommées', () => {
    expect(constats([commune(...POITIERS)], 'COMMUNE_ABSENTE')).toHaveLength(1);
  });
});

describe('chaque commune', () => {
  const INCONNUE = 'COMMUNE_INCONNUE';
  test.each([
    ['86041', 'BUXEROLLES', []],
    ['86214', 'St-Benoit', []],
    ['86214', 'Saint-Benoist', [`${INCONNUE} Saint-Benoist alerte`]],
    ['99999', 'Nulle-Part', [`${INCONNUE} Nulle-Part alerte`]],
    ['', 'Commune A', [`${INCONNUE} Commune A alerte`]],
    ['85113', 'L’Île-d’Yeu', []],
  ])('%s %s', (code, nom, attendus) => expect(constats([commune(code, nom)], INCONNUE)).toEqual(attendus));
  test('ne figure qu’une fois', () => {
    expect(constats([commune(...POITIERS), commune(...POITIERS)], 'DOUBLON')).toEqual(['DOUBLON Poitiers bloquant']);
  });
});

test('l’annuaire va jusqu’au seuil bas du champ, et dit son millésime et sa licence', () => {
  expect(donnees.populationMinimale).toBe(CHAMP[0]!.regle.populationUniteUrbaineDeParis);
  expect(REFERENCES.decoupage.version).toBe(`${ANNUAIRE.millesime}-01-01`);
  expect(ANNUAIRE.source).toContain('Licence Ouverte 2.0');
});
