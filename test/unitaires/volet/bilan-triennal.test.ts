import { REFERENTIEL } from '../../../src/referentiel';
import { versNombre } from '../../../src/nombres';
import { grilleDeValeurs } from '../../../src/tableau';
import { fichesDuBilan, periodeDuBilan, porteUnBilan } from '../../../src/volet/etat/bilan-triennal';
import { controlerFeuille } from '../../../src/volet/etat/controles';
import { SANS_PRECISION, type Precisions } from '../../../src/tableau';

type Rangees = readonly (readonly unknown[])[];
const BILAN = ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025', 'PLAI', 'PLS'];
const PARC = ['Commune', 'RP au 01/01/2025', 'LLS au 01/01/2025', 'Taux cible'];

function tableaux(feuilles: Readonly<Record<string, Rangees>>, reglages: Precisions) {
  return Object.entries(feuilles).flatMap(([nom, rangees], i) => {
    const feuille = { ...grilleDeValeurs(rangees, nom), id: `f${i}` };
    return controlerFeuille(feuille, reglages, REFERENTIEL).tableaux;
  });
}
function fiches(feuilles: Readonly<Record<string, Rangees>>, precises: Partial<Precisions> = {}) {
  const reglages = { ...SANS_PRECISION, ...precises };
  const trouves = tableaux(feuilles, reglages);
  return fichesDuBilan(trouves[0]!, trouves, reglages);
}
const suites = (...args: Parameters<typeof fiches>) =>
  fiches(...args).map(({ suite }) =>
    'manque' in suite ? suite.manque : [versNombre(suite.objectif.valeur), suite.pourcent, suite.source, suite.annee],
  );

describe('les tableaux qui portent un bilan', () => {
  test.each([
    [['Commune', 'Objectif', 'Réalisés'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025', 'Réalisés 2023-2025'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025', 'Réalisés 2020-2022'], false],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Réalisés'], false],
    [['Commune', 'RP', 'LLS', 'Taux cible'], false],
  ])('%j : %s', (entetes, attendu) => {
    const rangees = [entetes, entetes.map((e) => (e === 'Commune' ? 'Buxerolles' : 20))];
    expect(tableaux({ Bilan: rangees }, SANS_PRECISION).map(porteUnBilan)).toEqual([attendu]);
  });

  test.each([
    ['Réalisés 2020-2022', null, 2020],
    ['Réalisés 2023-2025', '2020-2022', 2023],
    ['Réalisés', '2020-2022', 2020],
    ['Réalisés', null, null],
    ['Réalisés 2022-2024', null, null],
  ])('« %s », contexte %s : période qui commence en %s', (realises, periode, debut) => {
    const entetes = ['Commune', realises.replace('Réalisés', 'Objectif'), realises];
    const reglages = { ...SANS_PRECISION, periode };
    // Sans période au contexte pour lire les colonnes : celle qu'on leur applique ensuite ne les écarte pas.
    const [trouve] = tableaux({ Bilan: [entetes, ['A', 20, 10]] }, SANS_PRECISION);
    expect(periodeDuBilan(trouve!.tableau, reglages)?.debut ?? null).toBe(debut);
  });
});

describe('le bilan d’une commune', () => {
  test('taux, verdict, majoration', () => {
    const [a, b, c] = fiches({ Bilan: [BILAN, ['A', 16, 6], ['B', 25, 25], ['C', '', 3]] });
    expect([versNombre(a!.bilan!.taux!), versNombre(a!.bilan!.majoration!)]).toEqual([0.375, 0.63]);
    expect([b!.bilan!.quantitatif.remplie, b!.bilan!.majoration]).toEqual([true, null]);
    expect([c!.objectif, c!.realises, c!.bilan]).toEqual([null, 3, null]);
  });

  test.each([
    [[100, 30, 30], true, { remplie: true }],
    [[100, 29, 30], true, { remplie: false }],
    [[100, 30, 25], null, { remplie: null }],
    [[100, 29, ''], true, { remplie: false }],
    [[100, 30, ''], true, { manque: ['les PLS'] }],
    [[0, 0, 0], true, null],
  ])('réalisés, PLAI, PLS %j, PLH %s', (valeurs, plh, attendu) => {
    const [fiche] = fiches({ Bilan: [BILAN, ['A', 100, ...valeurs]] }, { plh });
    if (attendu === null) expect(fiche!.qualitatif).toBeNull();
    else expect(fiche!.qualitatif).toMatchObject(attendu);
  });

  test('sans colonne PLAI ni PLS, le dit', () =>
    expect(fiches({ Bilan: [BILAN.slice(0, 3), ['A', 100, 100]] })[0]!.qualitatif).toEqual({
      manque: ['les PLAI (aucune colonne reconnue)', 'les PLS (aucune colonne reconnue)'],
    }));
});

describe('l’objectif de la période suivante', () => {
  const bilan = [BILAN, ['A', 165, 60]];

  test.each([
    [
      [10_000, 1500, 20],
      [165, 33, 'Parc', 2025],
    ],
    [
      [10_000, 1800, 20],
      [100, 50, 'Parc', 2025],
    ],
    [
      [10_000, 1850, 20],
      [150, 100, 'Parc', 2025],
    ],
    [
      [10_000, 2000, 20],
      [0, 0, 'Parc', 2025],
    ],
  ])('parc %j : %j', (parc, attendu) =>
    expect(suites({ Bilan: bilan, Parc: [PARC, ['A', ...parc]] })).toEqual([attendu]),
  );

  test('sans parc, dit ce qu’il faut', () =>
    expect(suites({ Bilan: bilan })).toEqual([
      'résidences principales, logements sociaux et taux cible de la commune au 1er janvier 2025, dans un autre tableau du classeur',
    ]));

  test('un parc d’une autre année ne sert pas', () => {
    const [manque] = suites({
      Bilan: bilan,
      Parc: [
        ['Commune', 'RP 2022', 'LLS 2022', 'Taux cible'],
        ['A', 10_000, 1500, 20],
      ],
    });
    expect(manque).toMatch(/le parc de « Parc » est de 2022/);
    const contrat = [
      ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025'],
      ['A', 10_000, 1500, 20, 165],
    ];
    expect(suites({ Bilan: bilan, Contrat: contrat })[0]).toMatch(/le parc de « Contrat » est de 2022/);
  });

  test('le parc de l’année l’emporte sur celui d’une autre', () => {
    const ancien = [
      ['Commune', 'RP 2022', 'LLS 2022', 'Taux cible'],
      ['A', 10_000, 1000, 20],
    ];
    expect(suites({ Bilan: bilan, Ancien: ancien, Parc: [PARC, ['A', 10_000, 1500, 20]] })).toEqual([
      [165, 33, 'Parc', 2025],
    ]);
  });

  test('deux parcs différents : n’en choisit aucun', () => {
    const [manque] = suites({ Bilan: bilan, P: [PARC, ['A', 10_000, 1500, 20]], Q: [PARC, ['A', 10_000, 1501, 20]] });
    expect(manque).toBe(
      'un seul parc : les feuilles « P » et « Q » donnent des chiffres différents pour cette commune',
    );
  });

  test('le code INSEE distingue deux homonymes', () => {
    const avec = (code: string, entetes: string[], ...valeurs: unknown[]) => [
      ['Code INSEE', ...entetes],
      [code, ...valeurs],
    ];
    const parc = avec('86214', PARC, 'Saint-Benoît', 10_000, 1500, 20);
    expect(suites({ Bilan: avec('86214', BILAN, 'St Benoît', 165, 60), Parc: parc })[0]).toEqual([
      165,
      33,
      'Parc',
      2025,
    ]);
    expect(suites({ Bilan: avec('01338', BILAN, 'Saint-Benoît', 165, 60), Parc: parc })[0]).toMatch(/^résidences/);
  });

  test('dans le tableau même, s’il est de l’année', () => {
    const entetes = ['Commune', 'RP 2025', 'LLS 2025', 'Taux cible', 'Objectif 2023-2025 CMS', 'Réalisés 2023-2025'];
    expect(suites({ Bilan: [entetes, ['A', 10_000, 1500, 20, 165, 60]] })).toEqual([[165, 33, 'Bilan', 2025]]);
  });
});
