import { execFileSync } from 'node:child_process';
import { FONCTIONS } from '../../../src/fonctions/registre';
import aide from '../../../src/volet/aide-fonctions.json';

const script =
  "import('./scripts/aide-fonctions.mjs').then(async (m) => console.log(JSON.stringify(await m.aideDesFonctions())))";

test('l’aide du volet est celle des commentaires (sinon : npm run aide)', () => {
  expect(aide).toEqual(JSON.parse(execFileSync('node', ['-e', script], { encoding: 'utf8' })));
});

test.each(aide.map((f) => [f.nom, f] as const))('%s : une aide, un résultat, un exemple', (nom, f) => {
  expect(FONCTIONS).toHaveProperty([nom]);
  expect(f.rend).toMatch(/\S/);
  expect(f.exemples[0]).toMatch(new RegExp(`^=${nom.replaceAll('.', '\\.')}\\(`));
});
