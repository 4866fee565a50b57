import { contratSuppose } from '../../../src/tableau';
import { controle } from '../../outils/tableau';
import { tableau } from './outils';

const supposeDe = (noms: readonly string[], ...entetes: string[]) =>
  contratSuppose(tableau([entetes, ...noms.map((nom) => entetes.map((e) => (e === 'Commune' ? nom : 20)))]));
const suppose = (...entetes: string[]) => supposeDe(['Buxerolles', 'Montamisé'], ...entetes);

describe('le contrat qu’un tableau porte', () => {
  test.each([
    ['Objectif CMS abaissant', 'cms'],
    ['Objectif du contrat abaissant', 'cms'],
    ['Objectif des CMS abaissants 2023-2025', 'cms'],
    ['Objectif CMS', 'cims'],
    ['Objectif abaissé', 'cims'],
    ['Objectif CMS mutualisant', 'cims'],
    ['Objectif CIMS (abaissant)', 'cims'],
    ['Objectif de référence', 'aucun'],
  ])('%s : %s', (entete, contrat) => expect(suppose('Commune', 'RP', 'LLS', 'Taux cible', entete)).toBe(contrat));

  test('d’une seule commune, il n’y a personne avec qui mutualiser, sauf si le tableau le dit', () => {
    const seule = (entete: string) => supposeDe(['Buxerolles'], 'Commune', 'RP', 'LLS', 'Taux cible', entete);
    expect(['Objectif CMS', 'Objectif abaissé', 'Objectif CMS mutualisant'].map(seule)).toEqual(['cms', 'cms', 'cims']);
  });

  test('un titre au-dessus des en-têtes le dit aussi', () => {
    const groupe = ['', '', '', '', 'CMS abaissant'];
    const lu = tableau([groupe, ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif'], ['Buxerolles', 4082, 600, 20, 60]]);
    expect(contratSuppose(lu)).toBe('cms');
  });

  test('deux colonnes rivales : abaissant si les deux le disent', () => {
    const communs = ['Commune', 'RP', 'LLS', 'Taux cible'];
    expect(suppose(...communs, 'Objectif CMS abaissant 2023-2025', 'Objectif CMS abaissant 2026-2028')).toBe('cms');
    expect(suppose(...communs, 'Objectif CMS abaissant 2023-2025', 'Objectif CMS 2026-2028')).toBe('cims');
  });

  test('un bilan n’est pas un contrat à contrôler', () =>
    expect(suppose('Commune', 'Objectif CMS abaissant', 'Logements réalisés')).toBe('aucun'));
});

test('le plancher d’un contrat abaissant est celui du IX, non celui d’une mutualisation', () => {
  const entetes = ['Commune', 'RP', 'LLS', 'Taux cible', 'Rang', 'Objectif CMS abaissant'];
  const codes = (objectif: number) =>
    controle(entetes, [['A', 10_000, 1500, 20, 3, objectif]], { contrat: suppose(...entetes) })
      .constats.filter((c) => c.gravite === 'bloquant')
      .map((c) => [c.code, c.attendu]);
  expect(codes(125)).toEqual([]);
  expect(codes(124)).toEqual([['SOUS_PLANCHER_CMS', 125]]);
});
