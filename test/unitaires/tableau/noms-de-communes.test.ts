import decoupage from '@etalab/decoupage-administratif/data/communes.json';
import { communes, tableaux, type Rangees } from './outils';

jest.setTimeout(120_000);

const ENTETES = ['Commune', 'RP', 'LLS', 'Objectif de référence', 'Objectif CMS', 'Accord'];
const NOMS = [...new Set(decoupage.filter(({ type }) => type === 'commune-actuelle').map(({ nom }) => nom))];
const LOT = 2000;
const LOTS = Array.from({ length: Math.ceil(NOMS.length / LOT) }, (_, i) => NOMS.slice(LOT * i, LOT * (i + 1)));

/** Les noms qu'un tableau ne tient pas pour ceux de ses communes. */
function rejetes(noms: readonly string[], suite: readonly unknown[]): string[] {
  const rangees: Rangees = [ENTETES, ['Buxerolles', 4082, 800, 16, 16, 'oui'], ...noms.map((nom) => [nom, ...suite])];
  const lues = new Set(
    tableaux(rangees).flatMap((t) => [...communes(t), ...t.douteuses.map(({ ligne }) => ligne.nom)]),
  );
  return noms.filter((nom) => !lues.has(nom));
}

test('tous les noms de communes de France sont là', () => expect(NOMS.length).toBeGreaterThan(32_000));

test.each([
  ['remplie', [1477, 117, 59, 45, 'oui']],
  ['sans un chiffre', ['', '', '', '', '']],
  ['sans chiffre, avec une réponse', ['', '', '', '', 'oui']],
])('aucun nom de commune n’est pris pour autre chose : ligne %s', (_, suite) => {
  expect(LOTS.flatMap((noms) => rejetes(noms, suite))).toEqual([]);
});
