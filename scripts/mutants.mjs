// Fausse une à une les règles d'un ensemble, et compte ce que ses essais laissent passer (docs/mutants.md) :
//   npm run mutants -- tableau | regles | droit | nombres [fichier ou fichier:de-à …]
// Les essais d'un ensemble calculent dans le corps des `it` : ce qui se calcule au chargement du fichier rejouerait, à chaque mutant, la suite entière.
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

const ENSEMBLES = {
  tableau: {
    fichiers: [
      'src/tableau/natures/objectifs/contrat.ts',
      'src/tableau/natures/objectifs/rang-inconnu.ts',
      'src/tableau/natures/objectifs/totaux.ts',
      'src/tableau/natures/objectifs/coherence.ts',
      'src/tableau/controle/evaluation.ts',
    ],
    essais: /^tableau\/(ce-qui-decide|constats-.*|lignes-evaluees|mutualisation)\.test/,
  },
  regles: { fichiers: ['src/regles/**/*.ts'], essais: /^regles\/(?!registre-du-droit)/ },
  droit: {
    // Les textes de references.ts (articles, adresses, objets) ne disent rien de la loi.
    fichiers: ['src/droit/**/*.ts', '!src/droit/references.ts'],
    essais: /^(droit\/(?!loi-fictive)|regles\/(?!registre-du-droit|cims-repartir))/,
  },
  nombres: { fichiers: ['src/nombres/**/*.ts'], essais: /^nombres\// },
};

const [nom, ...precis] = process.argv.slice(2);
const ensemble = ENSEMBLES[nom];
if (!ensemble) throw new Error(`Un ensemble, parmi ${Object.keys(ENSEMBLES).join(', ')}`);

const rapport = join(tmpdir(), `mutants-${nom}.json`);
await new Stryker({
  testRunner: 'essais',
  plugins: ['./scripts/mutants-essais.mjs'],
  essais: readdirSync('test/unitaires', { recursive: true })
    .filter((fichier) => ensemble.essais.test(fichier))
    .map((fichier) => join('test/unitaires', fichier)),
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: join(tmpdir(), `mutants-${nom}-repris.json`),
  mutate: precis.length > 0 ? precis : ensemble.fichiers,
  reporters: ['json'],
  jsonReporter: { fileName: rapport },
  concurrency: Number(process.env.CONCURRENCE ?? 2),
  tempDirName: join(tmpdir(), `stryker-${nom}`),
  ignorePatterns: ['dist', 'coverage', 'docs', 'data'],
}).runMutationTest();

// Un mutant tué l'est par un échec ou par un délai ; ceux qui ne se chargent pas ne comptent pas.
for (const [fichier, { source, mutants }] of Object.entries(JSON.parse(readFileSync(rapport, 'utf8')).files)) {
  const lignes = source.split('\n');
  const tues = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const vivants = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const total = tues.length + vivants.length;
  if (total === 0) continue;
  console.log(`${fichier} : ${tues.length} sur ${total}, ${((100 * tues.length) / total).toFixed(1)} %`);
  for (const { location, replacement, status } of vivants) {
    const { start, end } = location;
    const fin = start.line === end.line ? end.column - 1 : undefined;
    const avant = lignes[start.line - 1].slice(start.column - 1, fin);
    const apres = replacement.replaceAll(/\s+/g, ' ');
    const couvert = status === 'NoCoverage' ? ', non joué' : '';
    console.log(`  ${start.line}:${start.column}${couvert}  ${avant.slice(0, 80)}  →  ${apres.slice(0, 80)}`);
  }
}
