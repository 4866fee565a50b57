import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Un dossier reçu par courriel : un classeur, et à côté ce qui, chez d'autres outils, s'exécute. */
const recu = mkdtempSync(join(tmpdir(), 'recu-'));
afterAll(() => rmSync(recu, { recursive: true }));
const temoin = join(recu, 'execute');
const piege = `require('node:fs').writeFileSync(${JSON.stringify(temoin)}, 'x');`;
const ecrire = (chemin: string, contenu: string): void => {
  mkdirSync(join(recu, chemin, '..'), { recursive: true });
  writeFileSync(join(recu, chemin), contenu);
};
ecrire('table.csv', 'Commune;RP;LLS;Taux cible;Rang;Objectif du contrat mutualisant\nA;10000;1500;20;3;165\n');
for (const paquet of ['papaparse', 'yargs', 'picocolors', '@e965/xlsx', 'docx', 'tsx']) {
  ecrire(`node_modules/${paquet}/package.json`, JSON.stringify({ name: paquet, version: '99.0.0', main: 'index.js' }));
  ecrire(`node_modules/${paquet}/index.js`, piege);
}
ecrire('piege.cjs', piege);
ecrire('tsconfig.json', JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '*': ['./piege.cjs'] } } }));
ecrire(
  'package.json',
  JSON.stringify({ type: 'commonjs', imports: { '#*': './piege.cjs' }, scripts: { preinstall: 'node piege.cjs' } }),
);
ecrire('.npmrc', 'node-options=--require ./piege.cjs\n');
ecrire('.swcrc', '{"jsc":{"experimental":{"plugins":[["./piege.cjs",{}]]}}}');
ecrire('webpack.config.js', piege);
for (const cache of ['tsx-0', `tsx-${process.getuid?.() ?? 0}`]) ecrire(`tmp/${cache}/piege.cjs`, piege);

const bin = resolve('bin/mutualisation-sru.mjs');
const lancer = (...mots: string[]) =>
  spawnSync('node', [bin, ...mots], {
    cwd: recu,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: join(recu, 'tmp') },
  });

test.each([
  [['verifier', 'table.csv']],
  [['verifier', '.', '--synthese', 's.xlsx']],
  [['verifier', 'table.csv', '--rapport', 'note.docx']],
  [['calculer', '=SRU.OBJECTIF(10000;1500;20)']],
])('rien de ce dossier ne s’exécute : %j', (mots) => {
  const { stderr, stdout } = lancer(...mots);
  expect(stdout).toMatch(/165|1 fichier|CONFORME|INDÉTERMINÉ/);
  expect(stderr).not.toMatch(/Error|imprévue/);
  expect(existsSync(temoin)).toBe(false);
});

test('le piège tient : Node l’exécuterait s’il y était conduit', () => {
  spawnSync('node', ['-e', "require('papaparse')"], { cwd: recu });
  expect(existsSync(temoin)).toBe(true);
  rmSync(temoin);
});

test('ni traducteur ni constructeur parmi les dépendances livrées', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
  for (const paquet of ['tsx', 'esbuild', 'webpack', '@swc/core', 'typescript'])
    expect(dependencies).not.toHaveProperty([paquet]);
});
