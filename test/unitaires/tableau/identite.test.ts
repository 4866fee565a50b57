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
    ['GPCU', []],
    ['CUGP', []],
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

describe('une même commune écrite de deux façons', () => {
  const doublons = (...lignes: unknown[][]) => constats(lignes, 'DOUBLON').length;
  test.each([
    ['son code, puis son nom', commune('86041', ''), commune('', 'Buxerolles')],
    ['son nom, puis son code', commune('', 'BUXEROLLES'), commune('86041', '')],
    ['deux écritures du code', commune('1427', 'Trévoux'), commune('01 427', 'Trévoux')],
    ['deux écritures du nom', commune('', "L'Haÿ-les-Roses"), commune('', 'HAY-LES-ROSES (L’)')],
    ['un code postal et le nom', commune('86000', 'Poitiers'), commune('86194', 'Poitiers')],
    ['un numéro seul', commune('214', 'Saint-Benoît'), commune('86214', 'Saint-Benoît')],
    ['la commune et un arrondissement', commune('75056', 'Paris'), commune('75116', 'Paris 16e')],
    ['une inconnue nommée deux fois', commune('', 'Nulle-Part'), commune('', 'NULLE PART')],
  ])('%s : une seule ligne', (_, a, b) => expect(doublons(a, b)).toBe(1));
  test.each([
    ['le même numéro dans deux départements', commune('41', 'Buxerolles'), commune('41', 'Autre')],
    ['des homonymes que leur code distingue', commune('86214', 'Saint-Benoît'), commune('97410', 'Saint-Benoît')],
    ['des homonymes que leur département distingue', commune('', 'Saint-Denis (93)'), commune('', 'Saint-Denis (974)')],
    ['des inconnues de deux départements', commune('', 'Nulle-Part (86)'), commune('', 'Nulle-Part (79)')],
    ['deux arrondissements', commune('75115', 'Paris 15e'), commune('75116', 'Paris 16e')],
    ['deux arrondissements sans code', commune('', 'Lyon 2e'), commune('', 'Lyon 3e')],
    ['un code et un nom qui se contredisent', commune('86214', 'Buxerolles'), commune(...BUXEROLLES)],
    ['des noms fictifs numérotés', commune('', 'Commune 10'), commune('', 'Commune 11')],
  ])('%s : deux lignes', (_, a, b) => expect(doublons(a, b)).toBe(0));
});

describe('un code qui n’est pas celui du nom', () => {
  const dits = (code: string, nom: string) =>
    controle(ENTETES, [commune(code, nom), commune(...BUXEROLLES)], { annuaire: ANNUAIRE })
      .constats.filter((c) => c.code === 'COMMUNE_INCONNUE')
      .map((c) => [c.gravite, c.message.replace(/\s/g, ' ')]);
  test.each([
    ['86000', 'Poitiers', '« 86000 » n’est pas le code INSEE de Poitiers, 86194 en 2026'],
    ['xyz', 'Poitiers', '« xyz » n’est pas le code INSEE de Poitiers, 86194'],
    ['86999', 'Poitiers', '« 86999 » n’est pas le code INSEE de Poitiers, 86194'],
    ['79191', 'Poitiers', 'Le code 79191 désigne Niort'],
    ['xyz', 'Nulle-Part', 'xyz'],
  ])('%s %s : dit une fois, et la commune se reconnaît à son nom', (code, nom, debut) => {
    expect(dits(code, nom)).toEqual([['alerte', expect.stringContaining(debut)]]);
  });
  test.each([
    ['20004', 'Ajaccio'],
    ['214', 'Saint-Benoît'],
    ['75116', 'Paris 16e Arrondissement'],
    ['69383', 'Lyon 3e'],
    ['INSEE 86194', 'Ville de Poitiers'],
    ['94038', "HAY-LES-ROSES (L')"],
  ])('%s %s : rien à dire', (code, nom) => expect(dits(code, nom)).toEqual([]));
});

test('l’annuaire va jusqu’au seuil bas du champ, et dit son millésime et sa licence', () => {
  expect(donnees.populationMinimale).toBe(CHAMP[0]!.regle.populationUniteUrbaineDeParis);
  expect(REFERENCES.decoupage.version).toBe(`${ANNUAIRE.millesime}-01-01`);
  expect(ANNUAIRE.source).toContain('Licence Ouverte 2.0');
});
