const commun = {
  // Le module de lecture de zip.js n'a pas de forme CommonJS, que jest demande ; sa forme entière dit le même code.
  moduleNameMapper: { '^@zip\\.js/zip\\.js/lib/.*$': '@zip.js/zip.js' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

export default {
  // Tous les cœurs : par défaut jest en laisse un, et deux cœurs n’en feraient travailler qu’un.
  maxWorkers: '100%',
  testSequencer: './test/outils/sequenceur.mjs',
  reporters: ['default', './test/outils/rapporteur.mjs'],
  projects: [
    {
      ...commun,
      displayName: 'calcul',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
      globalSetup: './test/outils/construire.mjs',
    },
    {
      ...commun,
      displayName: 'bout en bout',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: './test/e2e/preparer.ts',
      globalTeardown: './test/e2e/ranger.ts',
    },
  ],
};
