import { readFileSync } from 'node:fs';
import { typographier } from '../../src/nombres';
import {
  CONSTATS,
  estColonne,
  lireAccord,
  lireEntete,
  NOMS_PUBLICS,
  SUJETS,
  type CodeConstat,
  type Colonne,
} from '../../src/tableau';

const guide = readFileSync('docs/guide-agent.md', 'utf8');
const sansEspaces = (texte: string) =>
  typographier(texte)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** Code → sens, tels que la table d'un sujet les donne. */
function tableDe(sujet: string): Record<string, string> {
  const [, suite = ''] = guide.split(`### ${sujet}\n`);
  const rangees = suite.split(/\n##/)[0]!.matchAll(/^\| `([A-Z_]+)` *\| ([^|]+)\|/gm);
  return Object.fromEntries([...rangees].map(([, code, sens]) => [code!, sansEspaces(sens!)]));
}

test.each(Object.entries(SUJETS))('« %s » : le guide dit chaque constat comme le catalogue', (sujet, constats) => {
  const attendus = (Object.keys(constats) as CodeConstat[]).map(
    (code) => [code, sansEspaces(CONSTATS[code].explication)] as const,
  );
  expect(tableDe(sujet)).toEqual(Object.fromEntries(attendus));
});

/** Les rangées des tables du guide, cellule par cellule. */
const RANGEES = guide
  .split('\n')
  .filter((ligne) => ligne.startsWith('| '))
  .map((ligne) => ligne.split('|').slice(1, -1).map(sansEspaces));

/** Les colonnes qu'une table nomme dans sa première cellule, et les en-têtes que la deuxième donne en exemple. */
const COLONNES_DU_GUIDE = RANGEES.flatMap(([nommees = '', exemples = '']) => {
  const colonnes = [...nommees.matchAll(/`([a-z_0-9]+)`/g)].map(([, nom]) => nom!).filter(estColonne);
  return colonnes.length === 0 ? [] : [{ colonnes, exemples: exemples.split(/ ; à défaut | ?[,;] /) }];
});

test('le guide nomme chaque colonne une fois', () => {
  const nommees = COLONNES_DU_GUIDE.flatMap(({ colonnes }) => colonnes);
  const partagees = ['taux_lls', 'taux_cible'];
  expect(nommees.filter((c, i) => nommees.indexOf(c) !== i)).toEqual(partagees);
  expect([...new Set(nommees)].sort()).toEqual([...NOMS_PUBLICS].sort());
});

test.each(COLONNES_DU_GUIDE)('les en-têtes donnés en exemple pour $colonnes s’y lisent', ({ colonnes, exemples }) => {
  const lues = exemples.map((entete) => [entete, lireEntete(entete).colonne]);
  expect(lues.filter(([, colonne]) => !colonnes.includes(colonne as Colonne))).toEqual([]);
  expect(new Set(lues.map(([, colonne]) => colonne))).toEqual(new Set(colonnes));
});

test('le guide range chaque accord comme le contrôle le lit', () => {
  const debut = RANGEES.findIndex(([premiere, deuxieme]) => premiere === 'Oui' && deuxieme === 'Non');
  const table = RANGEES.slice(debut + 2);
  const exemples = table
    .slice(
      0,
      table.findIndex(([premiere]) => premiere?.startsWith('`')),
    )
    .slice(0, 9);
  expect(exemples).toHaveLength(9);
  expect(exemples.map((rangee) => rangee.map(lireAccord))).toEqual(exemples.map(() => [true, false, null]));
});
