import { adressePlage } from '../../../src/tableau';
import {
  BUXEROLLES,
  communes,
  ENTETES,
  ignorees,
  MONTAMISE,
  tableau,
  tableaux,
  valeurs,
  VOUNEUIL,
  type Rangees,
} from './outils';

const plages = (...arguments_: Parameters<typeof tableaux>) =>
  tableaux(...arguments_).map((t) => adressePlage(t.plage));

describe('un tableau se trouve à ses en-têtes, où qu’il soit', () => {
  it('sous des titres, une ligne vide et une date', () => {
    const t = tableau([
      ['DDT de la Vienne'],
      ['Contrats de mixité sociale 2023-2025', '', '', '', '', 'Version du 12/03/2023'],
      [],
      ENTETES,
      BUXEROLLES,
      MONTAMISE,
    ]);
    expect(adressePlage(t.plage)).toBe('A4:F6');
    expect(valeurs(t, 'residences_principales', 'objectif_contrat')).toEqual([
      ['Buxerolles', 4082, 16],
      ['Montamisé', 1477, 45],
    ]);
  });

  it('loin à droite et en bas', () => {
    const vide = Array.from({ length: 30 }, () => '');
    const rangees: Rangees = [...Array.from({ length: 50 }, () => []), [...vide, ...ENTETES], [...vide, ...BUXEROLLES]];
    expect(plages(rangees)).toEqual(['AE51:AJ52']);
  });

  it('avec une colonne vide et des colonnes d’autre sens, qui sont listées', () => {
    const t = tableau([
      ['Commune', 'RP', '', 'LLS', 'Taux', 'Taux cible', 'Observations'],
      ['Buxerolles', 4082, '', 800, 0.196, 20, 'à revoir'],
    ]);
    expect(valeurs(t, 'residences_principales', 'logements_sociaux', 'taux_cible')).toEqual([
      ['Buxerolles', 4082, 800, 20],
    ]);
    expect(ignorees(t)).toEqual(['Taux', 'Observations']);
  });

  it('sans se laisser prendre par « Communes » écrit dans un cartouche', () => {
    const t = tableau([
      ['Période', '2023-2025', '', 'PLH', 'oui'],
      ['Communes', 'Les 10 déficitaires', '', 'Part', 0.15],
      [],
      ENTETES,
      BUXEROLLES,
    ]);
    expect(adressePlage(t.plage)).toBe('A4:F5');
  });

  it('avec « Communes » comme titre, juste au-dessus', () => {
    expect(plages([['Communes déficitaires'], ENTETES, BUXEROLLES])).toEqual(['A2:F3']);
  });

  it('avec un nombre perdu à côté des en-têtes', () => {
    expect(communes(tableau([[...ENTETES, '', 264], BUXEROLLES]))).toEqual(['Buxerolles']);
  });

  it('avec le code INSEE seul', () => {
    const t = tableau([
      ['Code INSEE', 'Nb RP', 'Nb LLS', 'Taux légal'],
      [86041, 4082, 800, 0.2],
    ]);
    expect(t.lignes[0]).toMatchObject({ commune: '', codeInsee: '86041' });
  });

  it('avec quatre colonnes : commune, manquants, référence, contrat', () => {
    const t = tableau([
      ['Communes', 'Manquants', 'Référence', 'Objectif contrat'],
      ['A', 500, 165, 85],
      ['B', 300, 99, 179],
    ]);
    expect(valeurs(t, 'manquants', 'objectif_reference', 'objectif_contrat')).toEqual([
      ['A', 500, 165, 85],
      ['B', 300, 99, 179],
    ]);
  });

  it.each<[string, Rangees]>([
    [
      'deux colonnes connues seulement',
      [
        ['Commune', 'RP', 'Observations'],
        ['Buxerolles', 4082, ''],
      ],
    ],
    [
      'pas de commune',
      [
        ['RP', 'LLS', 'Taux cible'],
        [4082, 800, 20],
      ],
    ],
    ['des en-têtes sans ligne', [ENTETES]],
    ['du texte', [['Commune de Buxerolles : RP, LLS, taux cible'], ['rien de plus']]],
    ['rien', []],
  ])('n’est pas un tableau : %s', (_, rangees) => {
    expect(tableaux(rangees)).toEqual([]);
  });
});

describe('en-têtes sur plusieurs lignes', () => {
  it('titres de groupes fusionnés, « Commune » fusionnée sur la hauteur', () => {
    const t = tableau(
      [
        ['Commune', 'Situation au 01/01/2022', '', '', 'Objectif 2023-2025', ''],
        ['', 'RP', 'LLS', 'Cible', 'Droit commun', 'CMS'],
        BUXEROLLES,
      ],
      { fusions: ['A1:A2', 'B1:D1', 'E1:F1'] },
    );
    expect(valeurs(t, 'residences_principales', 'taux_cible', 'objectif_reference', 'objectif_contrat')).toEqual([
      ['Buxerolles', 4082, 20, 16, 16],
    ]);
    expect(ignorees(t)).toEqual([]);
  });

  it('un libellé coupé à la main sur deux lignes, sans fusion', () => {
    const t = tableau([
      ['', 'Résidences', 'Logements', 'Taux', 'Objectif'],
      ['Commune', 'principales', 'sociaux', 'cible', 'du contrat'],
      ['Buxerolles', 4082, 800, 20, 16],
    ]);
    expect(valeurs(t, 'residences_principales', 'logements_sociaux', 'taux_cible', 'objectif_contrat')).toEqual([
      ['Buxerolles', 4082, 800, 20, 16],
    ]);
  });

  it('le titre de groupe donne le sens : « Taux » au-dessus de « Légal »', () => {
    const t = tableau(
      [
        ['Commune', 'Taux', '', 'Objectif', ''],
        ['', 'LLS', 'Légal', 'Légal', 'CMS'],
        ['Buxerolles', 0.196, 0.2, 16, 16],
      ],
      { fusions: ['A1:A2', 'B1:C1', 'D1:E1'] },
    );
    expect(valeurs(t, 'taux_lls', 'taux_cible', 'objectif_reference', 'objectif_contrat')).toEqual([
      ['Buxerolles', 19.6, 20, 16, 16],
    ]);
  });

  it('une ligne d’années, en nombres, sous les libellés', () => {
    const t = tableau(
      [
        ['Commune', 'RP', 'RP', 'LLS', 'Taux cible'],
        ['', 2019, 2022, 2022, ''],
        ['Buxerolles', 3990, 4082, 800, 20],
      ],
      { periode: 2023 },
    );
    expect(valeurs(t, 'residences_principales')).toEqual([['Buxerolles', 4082]]);
  });

  it('une ligne d’unités et une ligne de numéros de colonnes', () => {
    const t = tableau([
      ['Commune', 'RP', 'LLS', 'Taux LLS', 'Taux cible'],
      ['', '(nb)', '(nb)', '(en %)', '(en %)'],
      ['(1)', '(2)', '(3)', '(4) = (3)/(2)', '(5)'],
      ['Buxerolles', 4082, 800, 19.6, 20],
    ]);
    expect(communes(t)).toEqual(['Buxerolles']);
    expect(valeurs(t, 'taux_lls')).toEqual([['Buxerolles', 19.6]]);
  });

  it('un pourcentage sous le libellé : « Droit commun » / « 33 % »', () => {
    const t = tableau(
      [
        ['Commune', 'Manquants', 'Objectif 2023-2025', ''],
        ['', '', 'droit commun', 'CMS'],
        ['', '', { valeur: 0.33, pourcent: true }, '25 %'],
        ['A', 500, 165, 125],
      ],
      { fusions: ['C1:D1'] },
    );
    expect(valeurs(t, 'objectif_reference', 'objectif_contrat')).toEqual([['A', 165, 125]]);
  });

  it('sous « Réalisé 2020-2022 », PLAI et PLS ne sont plus ce qu’il faut produire', () => {
    const t = tableau(
      [
        ['Commune', 'RP', 'LLS', 'Taux cible', 'Réalisé 2020-2022', '', 'Objectif CMS 2023-2025', ''],
        ['', '', '', '', 'PLAI', 'PLS', 'PLAI', 'PLS'],
        ['A', 10_000, 1500, 20, 12, 3, 50, 10],
      ],
      { fusions: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:H1'] },
    );
    expect(valeurs(t, 'plai', 'pls', 'plai_realises', 'pls_realises')).toEqual([['A', 50, 10, 12, 3]]);
    expect(ignorees(t)).toEqual([]);
  });

  it('« réalisé » sous le libellé en change le sens, un commentaire non', () => {
    const t = tableau(
      [
        ['Commune', 'RP', 'LLS', 'Objectif CMS', ''],
        ['', '', 'à vérifier', 'réalisé', 'fixé'],
        ['A', 10_000, 1500, 12, 85],
      ],
      { fusions: ['A1:A2', 'D1:E1'] },
    );
    expect(valeurs(t, 'logements_sociaux', 'objectif_contrat')).toEqual([['A', 1500, 85]]);
  });

  it('un titre fusionné sur toute la largeur n’est pas un titre de groupe', () => {
    const t = tableau([['Bilan triennal et projets 2023-2025'], ENTETES, BUXEROLLES], { fusions: ['A1:F1'] });
    expect(adressePlage(t.plage)).toBe('A2:F3');
    expect(t.colonnes.size).toBe(6);
  });

  it('trois lignes, dont une de fusions', () => {
    const t = tableau(
      [
        ['Commune', 'Inventaire SRU', '', 'Période triennale 2023-2025', '', ''],
        ['', 'au 01/01/2022', '', 'Taux', 'Objectif (nb LLS)', ''],
        ['', 'RP', 'LLS', 'cible', 'de droit commun', 'du CMS'],
        BUXEROLLES,
      ],
      { fusions: ['A1:A3', 'B1:C1', 'D1:F1', 'B2:C2', 'E2:F2'] },
    );
    expect(t.colonnes.size).toBe(6);
    expect(communes(t)).toEqual(['Buxerolles']);
  });
});

describe('plusieurs tableaux dans une feuille', () => {
  it('empilés, avec titres et totaux', () => {
    const trouves = tableaux([
      ['CU Grand Poitiers'],
      ENTETES,
      BUXEROLLES,
      ['Total', 4082, 800, '', 16, 16],
      [],
      ['CA Grand Châtellerault'],
      ENTETES,
      MONTAMISE,
    ]);
    expect(trouves.map(communes)).toEqual([['Buxerolles'], ['Montamisé']]);
    expect(trouves.map((t) => t.total?.ligne)).toEqual([3, undefined]);
  });

  it('aux mêmes en-têtes, sans total entre eux : un seul, coupé en deux', () => {
    expect(tableaux([ENTETES, BUXEROLLES, [], ENTETES, MONTAMISE]).map(communes)).toEqual([
      ['Buxerolles', 'Montamisé'],
    ]);
  });

  it('empilés, d’en-têtes et de largeurs différents', () => {
    expect(
      plages([
        ['Commune', 'RP', 'LLS', 'Taux cible'],
        ['Buxerolles', 4082, 800, 20],
        [],
        ['Code INSEE', 'Commune', 'Manquants', 'Référence', 'Objectif CMS', 'Accord'],
        ['86163', 'Montamisé', 178.4, 59, 45, ''],
      ]),
    ).toEqual(['A1:D2', 'A4:F5']);
  });

  it('côte à côte, de hauteurs différentes', () => {
    const trouves = tableaux([[...ENTETES, '', ...ENTETES], [...BUXEROLLES, '', ...VOUNEUIL], [...MONTAMISE]]);
    expect(trouves.map(communes)).toEqual([['Buxerolles', 'Montamisé'], ['Vouneuil-sous-Biard']]);
    expect(trouves.map((t) => adressePlage(t.plage))).toEqual(['A1:F3', 'H1:M2']);
  });

  it('côte à côte, chacun avec son code et son EPCI', () => {
    const entetes = ['EPCI', 'Code INSEE', 'Nom de la commune', 'RP', 'LLS'];
    const trouves = tableaux([
      ['Commune', 'RP', 'LLS', '', ...entetes],
      ['Buxerolles', 4082, 800, '', 'CU', '86163', 'Montamisé', 1477, 117],
    ]);
    expect(trouves.map((t) => [...t.colonnes])).toEqual([
      ['commune', 'residences_principales', 'logements_sociaux'],
      ['epci', 'code_insee', 'commune', 'residences_principales', 'logements_sociaux'],
    ]);
  });

  it('côte à côte, le second commençant plus bas', () => {
    const trouves = tableaux([
      ENTETES,
      BUXEROLLES,
      [...MONTAMISE, '', 'Commune', 'Manquants', 'Objectif CMS'],
      [...VOUNEUIL, '', 'Chauvigny', 92, 50],
    ]);
    expect(trouves.map(communes)).toEqual([['Buxerolles', 'Montamisé', 'Vouneuil-sous-Biard'], ['Chauvigny']]);
    expect(trouves.map((t) => adressePlage(t.plage))).toEqual(['A1:F4', 'H3:J4']);
  });

  it('deux tableaux étroits, puis un large dessous', () => {
    const trouves = tableaux([
      ['Commune', 'RP', 'LLS', '', 'Commune', 'RP', 'LLS'],
      ['A', 10, 1, '', 'B', 20, 2],
      [],
      ['Commune', 'RP', 'LLS', 'Taux cible', 'Manquants', 'Objectif de référence', 'Objectif CMS'],
      ['C', 30, 3, 20, 3, 1, 1],
    ]);
    expect(trouves.map((t) => adressePlage(t.plage))).toEqual(['A1:C2', 'E1:G2', 'A4:G5']);
  });

  it('une liste voisine, trop pauvre pour être un tableau, n’est pas lue en face des communes', () => {
    const t = tableau([
      [...ENTETES, '', 'Commune', 'Accord'],
      [...BUXEROLLES, '', 'Montamisé', 'oui'],
    ]);
    expect(t.lignes[0]!.accord.etat).toBe('vide');
    expect(ignorees(t)).toEqual(['Commune', 'Accord']);
  });

  it('« Commune » répété au bout du tableau ne le coupe pas', () => {
    const t = tableau([
      [...ENTETES.slice(0, 3), 'Libellé de la commune', ...ENTETES.slice(3)],
      ['Buxerolles', 4082, 800, 'Buxerolles', 20, 16, 16],
    ]);
    expect(t.colonnes.size).toBe(6);
    expect(ignorees(t)).toEqual(['Libellé de la commune']);
  });

  it('les mêmes en-têtes répétés en haut de chaque page', () => {
    const t = tableau([
      ENTETES,
      BUXEROLLES,
      ENTETES,
      MONTAMISE,
      ENTETES,
      VOUNEUIL,
      ['Total', 8045, 1103, '', 178, 121],
    ]);
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé', 'Vouneuil-sous-Biard']);
    expect(t.total?.ligne).toBe(6);
  });
});

describe('deux colonnes de même sens', () => {
  const deux = (periode?: number) =>
    tableau(
      [
        ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2020-2022', 'Objectif CMS 2023-2025'],
        ['A', 10_000, 1500, 20, 30, 85],
      ],
      periode ? { periode } : {},
    );

  it.each([
    [2020, 30],
    [2023, 85],
  ])('la période %d choisit celle qui la nomme', (periode, attendu) => {
    expect(valeurs(deux(periode), 'objectif_contrat')).toEqual([['A', attendu]]);
  });

  it('sans période, aucune n’est choisie et les deux sont nommées', () => {
    const t = deux();
    expect(t.colonnes.has('objectif_contrat')).toBe(false);
    expect(t.ambigues.get('objectif_contrat')?.map((e) => `${e.texte} ${e.cellule}`)).toEqual([
      'Objectif CMS 2020-2022 E1',
      'Objectif CMS 2023-2025 F1',
    ]);
    expect(ignorees(t)).toEqual(['Objectif CMS 2020-2022', 'Objectif CMS 2023-2025']);
  });

  it('2022 est l’année de base de 2023-2025, non une année de 2020-2022', () => {
    const t = tableau(
      [
        ['Commune', 'RP 2019', 'RP 2022', 'LLS 2019', 'LLS 2022', 'Taux cible'],
        ['A', 9800, 10_000, 1400, 1500, 20],
      ],
      { periode: 2023 },
    );
    expect(valeurs(t, 'residences_principales', 'logements_sociaux')).toEqual([['A', 10_000, 1500]]);
  });

  it('une seule colonne, mais d’une autre période, n’est pas retenue en silence', () => {
    const t = tableau(
      [
        ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2020-2022'],
        ['A', 10_000, 1500, 20, 30],
      ],
      { periode: 2023 },
    );
    expect(t.colonnes.has('objectif_contrat')).toBe(false);
    expect(t.ambigues.get('objectif_contrat')).toHaveLength(1);
  });

  it('les années du titre de groupe comptent', () => {
    const t = tableau(
      [
        ['Commune', '2020-2022', '', '2023-2025', ''],
        ['', 'Manquants', 'Objectif CMS', 'Manquants', 'Objectif CMS'],
        ['A', 600, 90, 500, 85],
      ],
      { fusions: ['B1:C1', 'D1:E1'], periode: 2023 },
    );
    expect(valeurs(t, 'manquants', 'objectif_contrat')).toEqual([['A', 500, 85]]);
  });

  it('la correspondance à la main l’emporte', () => {
    const rangees = [
      ['Commune', 'Manquants', 'Référence', 'Objectif', 'Objectif proposé', 'Objectif CMS'],
      ['A', 500, 165, 84, 85, 86],
    ];
    expect(valeurs(tableau(rangees, { aLaMain: { ' objectif ': 'objectif_contrat' } }), 'objectif_contrat')).toEqual([
      ['A', 84],
    ]);
  });

  it('la correspondance à la main prend le libellé seul ou le libellé complet', () => {
    const rangees = [
      ['Commune', 'Manquants', 'Référence', 'Engagement', ''],
      ['', '', '', 'triennal', 'annuel'],
      ['A', 500, 165, 84, 28],
    ];
    const lire = (texte: string) =>
      valeurs(tableau(rangees, { fusions: ['D1:E1'], aLaMain: { [texte]: 'objectif_contrat' } }), 'objectif_contrat');
    expect(lire('Triennal')).toEqual([['A', 84]]);
    expect(lire('Engagement triennal')).toEqual([['A', 84]]);
  });

  it('la correspondance à la main peut nommer la commune', () => {
    const t = tableau(
      [
        ['Territoire', 'RP', 'LLS', 'Taux cible'],
        ['Buxerolles', 4082, 800, 20],
      ],
      { aLaMain: { Territoire: 'commune' } },
    );
    expect(communes(t)).toEqual(['Buxerolles']);
  });
});
