import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const interdire = (noms, message) => noms.map((name) => ({ name, message }));

const OFFICE = interdire(
  ['Office', 'Excel', 'CustomFunctions', 'OfficeExtension', 'OfficeRuntime'],
  'Seuls fonctions, volet, commandes et classeur/excel connaissent Office.',
);
const HOTE = interdire(
  [
    ...['Date', 'performance', 'setTimeout', 'setInterval', 'process', 'Buffer', 'console', 'crypto'],
    ...['window', 'document', 'navigator', 'localStorage', 'fetch', 'XMLHttpRequest', 'globalThis', 'self'],
  ],
  'Le calcul ne connaît ni horloge, ni page, ni processus, ni réseau : le passer en argument.',
);
const globauxInterdits = (globals) => [
  'error',
  { globals, checkGlobalObject: true, globalObjects: ['globalThis', 'window', 'self', 'global'] },
];
/** Les mêmes noms pris comme types, que `no-restricted-globals` ne voit pas. */
const typesInterdits = (globals) => [
  'error',
  ...globals.flatMap(({ name, message }) =>
    ['TSTypeReference > .typeName', 'TSQualifiedName > .left', 'TSTypeQuery > .exprName'].map((noeud) => ({
      selector: `${noeud}[name="${name}"]`,
      message,
    })),
  ),
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    name: 'sru/partout',
    rules: { eqeqeq: 'error', 'object-shorthand': 'error', 'prefer-const': 'error' },
  },
  {
    name: 'sru/typescript',
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Une forme d'une ligne se lit mieux en `type` ; le choix reste à l'auteur.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Un texte vide vaut une absence : `nom || code` est voulu.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  {
    name: 'sru/expressions-lineaires',
    files: ['{src,scripts}/**/*.{ts,tsx,mjs}'],
    plugins: { regexp },
    rules: {
      // Un texte reçu peut être fait pour durer : aucune expression ne prend plus qu’un temps proportionnel à lui.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    name: 'sru/node',
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly', fetch: 'readonly' },
    },
  },
  {
    name: 'sru/cjs',
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
  {
    name: 'sru/tests',
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // Les attentes de jest (`expect.any`, `JSON.parse`) sont des `any` ; un essai passe exprès de mauvaises valeurs.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'sru/src',
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    name: 'sru/sans-office',
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/{fonctions,volet,commandes}/**', 'src/classeur/excel/**'],
    rules: { 'no-restricted-globals': globauxInterdits(OFFICE), 'no-restricted-syntax': typesInterdits(OFFICE) },
  },
  {
    name: 'sru/calcul-pur',
    files: ['src/{nombres,droit,regles,tableau,annuaire,referentiel}/**/*.ts'],
    rules: {
      'no-restricted-globals': globauxInterdits([...OFFICE, ...HOTE]),
      'no-restricted-syntax': typesInterdits([...OFFICE, ...HOTE]),
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Un calcul se refait.' }],
    },
  },
);
