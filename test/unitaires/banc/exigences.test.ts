import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import '../../banc/hote/objets';
import { objetsConnus } from '../../banc/hote/objets/cadre';

const chemin = createRequire(resolve('package.json')).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
const source = readFileSync(chemin, 'utf8');
/** Ce que la bibliothèque exige elle-même, membre par membre : « Range.hasSpill » → « 1.12 ». */
const exigees = new Map<string, string>();
for (const [, nom = '', ensemble = '', version = ''] of source.matchAll(
  /_throwIfApiNotSupported\("([^"]+)", (_defaultApiSetName|"[^"]+"), "?([\d.]+)"?/g,
))
  exigees.set(nom.toLowerCase(), ensemble.startsWith('"') ? `${ensemble.slice(1, -1)} ${version}` : version);

const membres = objetsConnus().flatMap(({ nom, membres }) =>
  Object.entries(membres).map(([membre, { exigence }]) => [`${nom}.${membre}`, exigence] as const),
);

test.each(membres.filter(([nom]) => exigees.has(nom.toLowerCase())))('%s demande %s', (nom, exigence) => {
  expect(exigence).toBe(exigees.get(nom.toLowerCase()));
});

test('la plupart des membres récents sont ainsi vérifiés', () => {
  expect(membres.filter(([nom]) => exigees.has(nom.toLowerCase())).length).toBeGreaterThan(80);
});
