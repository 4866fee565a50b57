import { readFileSync } from 'node:fs';
import { POINTS, RETRAIT } from '../../../src/volet/installation/points';

const espaces = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

/** La table de docs/a-confirmer-dans-excel.md que « Vérifier cette installation » passe : numéro, point, attendu. */
test('le document dit chaque point comme le programme', () => {
  const [, suite = ''] = readFileSync('docs/a-confirmer-dans-excel.md', 'utf8').split('## Ce que le complément essaie');
  const [table = ''] = suite.split(/\n## /);
  const rangees = [...table.matchAll(/^\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, n, titre, attendu]) => ({
    ...{ numero: Number(n), titre: espaces(titre!), attendu: espaces(attendu!) },
  }));
  const enonces = [...POINTS, RETRAIT].map(({ numero, titre, attendu }) => ({
    ...{ numero, titre: espaces(titre), attendu: espaces(attendu) },
  }));
  expect(rangees).toEqual(enonces);
});
