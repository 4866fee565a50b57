import { communes, tableau, type Rangees } from './outils';

const ENTETES = ['Code INSEE', 'Commune', 'RP', 'LLS', 'Objectif de référence', 'Objectif CMS', 'Accord'];
const A = ['86041', 'Buxerolles', 4082, 800, 16, 16, ''];
const B = ['86163', 'Montamisé', 1477, 117, 59, 45, ''];
const C = ['86297', 'Vouneuil-sous-Biard', 2486, 186, 103, 60, ''];
const TOTAL = ['', 'Total', 8045, 1103, 178, 121, ''];
const NOMS = ['Buxerolles', 'Montamisé', 'Vouneuil-sous-Biard'];
const lire = (...rangees: Rangees) => tableau([ENTETES, ...rangees]);
const douteuses = (t: ReturnType<typeof lire>) => t.douteuses.map(({ ligne }) => ligne.nom);
const ecartees = (t: ReturnType<typeof lire>) => t.ecartees.map(({ libelle }) => libelle);

describe('sous le total, rien n’est une commune du tableau', () => {
  it.each<[string, readonly unknown[]]>([
    ['À répartir', ['', 'À répartir', '', '', '', 12, '']],
    ['PLH 2025-2030', ['', 'PLH 2025-2030', '', '', '', 600, '']],
    ['Version', ['', 'Version', '', '', '', 3, '']],
    ['Un nom quelconque', ['', 'Un nom quelconque', 1000, 100, 33, 40, 'oui']],
    ['CU Grand Poitiers', ['', 'CU Grand Poitiers', 90_000, 20_000, 300, 400, '']],
  ])('« %s » est écartée, et la liste le dit', (libelle, pied) => {
    const t = lire(A, B, C, TOTAL, [], pied);
    expect(communes(t)).toEqual(NOMS);
    expect(ecartees(t)).toEqual([libelle]);
    expect(t.total?.ligne).toBe(4);
  });

  it('une date n’y est pas un objectif', () => {
    const t = lire(A, B, C, TOTAL, [], ['', 'Réunion du', '', '', '', '12/03/2026', '']);
    expect(communes(t)).toEqual(NOMS);
  });

  it('une commune connue y est une question', () => {
    const t = lire(A, B, C, TOTAL, ['86070', 'Chauvigny', 2801, 468, 23, 50, 'oui']);
    expect(communes(t)).toEqual(NOMS);
    expect(douteuses(t)).toEqual(['Chauvigny']);
  });
});

describe('un nom inconnu parmi des communes connues', () => {
  it('avec les mêmes nombres qu’elles, avant le total : une commune', () => {
    const t = lire(A, ['', 'Sainte-Invention', 1000, 100, 33, 33, ''], B, TOTAL);
    expect(communes(t)).toEqual(['Buxerolles', 'Sainte-Invention', 'Montamisé']);
  });

  it('sans ce que portent les autres : une question, jamais un appoint au total', () => {
    const t = lire(A, B, C, [], ['', 'Opérations intercommunales', '', '', 120, 240, 'oui']);
    expect(communes(t)).toEqual(NOMS);
    expect([...douteuses(t), ...ecartees(t)]).toEqual(['Opérations intercommunales']);
  });

  it('sans nombres ni blanc avant : une commune à remplir', () => {
    expect(communes(lire(A, ['', 'Sainte-Invention'], B))).toEqual(['Buxerolles', 'Sainte-Invention', 'Montamisé']);
  });
});

describe('une commune connue', () => {
  it('sans nombres, après une ligne vide, n’est pas oubliée', () => {
    expect(communes(lire(A, B, [], ['86062', 'Chasseneuil-du-Poitou']))).toEqual([
      'Buxerolles',
      'Montamisé',
      'Chasseneuil-du-Poitou',
    ]);
  });

  it('dont les nombres font la somme des autres reste une commune', () => {
    const t = lire(A, B, ['86297', 'Vouneuil-sous-Biard', 5559, 917, 75, 61, '']);
    expect(communes(t)).toEqual(NOMS);
    expect(t.total).toBeNull();
  });
});

describe('ce qui n’est pas une commune', () => {
  it('un report de page', () => {
    const report = ['', 'À reporter', 5559, 917, 75, 61, ''];
    const t = lire(A, B, report, ['', 'Report', 5559, 917, 75, 61, ''], C, TOTAL);
    expect(communes(t)).toEqual(NOMS);
  });

  it('l’EPCI, s’il fait la somme : c’est le total', () => {
    const t = tableau([
      ['Commune', 'Objectif de référence', 'Objectif CMS'],
      ['Buxerolles', 16, 16],
      ['Montamisé', 59, 45],
      ['Grand Poitiers', 75, 61],
    ]);
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé']);
    expect(t.total?.ligne).toBe(3);
  });

  it('des en-têtes répétés, une ligne de lettres', () => {
    const lettres = ['(a)', '(b)', '(c)', '(d)', '(e)', '(f)', '(g)'];
    expect(communes(lire(lettres, A, ENTETES, B))).toEqual(['Buxerolles', 'Montamisé']);
  });
});

describe('ce que l’agent dit d’une ligne l’emporte', () => {
  const inconnue = ['', 'Opérations intercommunales', '', '', 120, 240, 'oui'];
  const avec = (sort: 'commune' | 'ecartee') =>
    tableau([ENTETES, A, B, [], inconnue], { lignes: { 'operations intercommunales': sort } });

  it('une commune : elle est comptée', () => {
    expect(communes(avec('commune'))).toEqual(['Buxerolles', 'Montamisé', 'Opérations intercommunales']);
  });

  it('écartée : la question n’est plus posée', () => {
    expect(douteuses(avec('ecartee'))).toEqual([]);
    expect(communes(avec('ecartee'))).toEqual(['Buxerolles', 'Montamisé']);
  });
});
