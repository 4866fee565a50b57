import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIGNES = 8_000;
const dossier = mkdtempSync(join(tmpdir(), 'grand-tableau-'));
afterAll(() => rmSync(dossier, { recursive: true }));

/** Des communes de Grand Poitiers répétées sous d'autres noms, et autant de colonnes d'une autre matière qu'il en faut. */
function csv(colonnes: number): string {
  const titres = [
    'Commune',
    'Résidences principales',
    'Logements sociaux',
    'Taux cible',
    'Rang',
    'Référence',
    'Objectif du contrat',
    'Accord',
  ];
  const autres = Array.from({ length: colonnes - titres.length }, (_, i) => `Ménages de ${i + 1} personnes`);
  const ligne = (i: number) =>
    [`Bourg-${i}`, 2908, 425, '20 %', 3, 52, 80, 'oui', ...autres.map((_, c) => i + c)].join(';');
  return [[...titres, ...autres].join(';'), ...Array.from({ length: LIGNES }, (_, i) => ligne(i))].join('\r\n');
}

function mesurer(colonnes: number): { secondes: number; mebioctets: number; lignes: number } {
  const chemin = join(dossier, `${colonnes}.csv`);
  writeFileSync(chemin, csv(colonnes));
  return JSON.parse(execFileSync('npx', ['tsx', 'test/outils/grand-tableau.ts', chemin], { encoding: 'utf8' }));
}

test('8 000 lignes de 100 colonnes se lisent et se contrôlent en moins de 3 s et de 400 Mio', () => {
  const { secondes, mebioctets, lignes } = mesurer(100);
  expect(lignes).toBe(LIGNES);
  expect(secondes).toBeLessThan(3);
  expect(mebioctets).toBeLessThan(400);
}, 60_000);
