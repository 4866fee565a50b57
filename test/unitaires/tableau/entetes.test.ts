import { lireEntete } from '../../../src/tableau';
import { lireCas } from '../../outils/csv';

const CAS = lireCas('entetes.csv', ['entete', 'colonne', 'remarque']);

describe('en-têtes tels que les services les écrivent', () => {
  it.each(CAS)('$entete → $colonne', ({ entete, colonne }) => {
    expect(lireEntete(entete.replaceAll('⏎', '\n')).colonne ?? '').toBe(colonne);
  });
});

describe('années d’un en-tête', () => {
  it.each([
    ['Objectif 2023-2025 CMS', 2023, []],
    ['Objectif 2023 à 2025', 2023, []],
    ['Objectif 2023-25', 2023, []],
    ['Objectif 2023/2025', 2023, []],
    ['RP au 01/01/2022', null, [2022]],
    ['RP 2022-01-01', null, [2022]],
    ['RP 2022/12', null, [2022]],
    ['RP 2019 puis 2022', null, [2019, 2022]],
    ['Commune', null, []],
  ])('%s', (texte, tranche, annees) => {
    expect(lireEntete(texte)).toMatchObject({ tranche, annees });
  });
});
