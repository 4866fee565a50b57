import jest from './jest.config.js';

const [calcul] = jest.projects;
const { globalSetup: _, ...seul } = calcul;
export default {
  ...seul,
  testMatch: ['<rootDir>/test/unitaires/tableau/{ce-qui-decide,mutualisation,conditions,verdict}.test.ts', '<rootDir>/test/unitaires/regles/{pieges,decision,duree,objectif-depuis}.test.ts'],
  testPathIgnorePatterns: ['grands-tableaux', 'registre-du-droit'],
};
