import { FICHES, lireEntete, NOMS_PUBLICS } from '../../../src/tableau';
import { lireCas } from '../../outils/csv';
import { ignorees, tableau, valeurs, type Rangees } from './outils';

const CAS = lireCas('sorts.csv', ['entete', 'sort', 'remarque']);

describe('le sort d’un en-tête qui ne nomme aucune colonne', () => {
  it.each(CAS)('$entete → $sort', ({ entete, sort }) => {
    const lu = lireEntete(entete);
    expect([lu.colonne, lu.sort === 'sans effet' ? lu.sort : lu.sensible ? 'sensible' : 'inconnu']).toEqual([
      null,
      sort,
    ]);
  });
});

it('chaque colonne dit si elle est décisive, et se reconnaît à son nom public', () => {
  for (const colonne of NOMS_PUBLICS) {
    expect(['oui', 'non', 'sauf situation connue']).toContain(FICHES[colonne].decisive);
    expect(lireEntete(colonne)).toMatchObject({ colonne, sort: 'reconnue', sensible: false });
  }
});

const SITUATION = ['Commune', 'RP', 'LLS', 'Taux cible'];
const VALEURS = ['Buxerolles', 4082, 800, 20];
const avec = (entetes: readonly string[], ...lignes: readonly (readonly unknown[])[]): Rangees => [
  [...SITUATION, ...entetes],
  ...lignes.map((ligne) => [...VALEURS, ...ligne]),
];
const nonComprises = (rangees: Rangees) => tableau(rangees).nonComprises.map((e) => `${e.texte} ${e.cellule}`);

describe('ce qui n’est pas compris et pourrait changer le verdict', () => {
  it.each<[string, Rangees, string[]]>([
    ['une colonne remplie', avec(['Objectif minimum'], [12]), ['Objectif minimum E1']],
    ['une colonne vide', avec(['Objectif minimum'], ['']), []],
    [
      'un objectif nu, à côté d’un contrat',
      avec(['Objectif triennal 2026-2028', 'Objectif CMS'], [12, 16]),
      ['Objectif triennal 2026-2028 E1'],
    ],
    [
      'un objectif nu, à côté d’un accord',
      avec(['Objectif 2026-2028', 'Accord'], [12, 'oui']),
      ['Objectif 2026-2028 E1'],
    ],
    ['« Objectif » tout court', avec(['Objectif'], [12]), ['Objectif E1']],
    ['des observations', avec(['Observations'], ['à revoir']), []],
    ['une réponse sur l’existence du contrat', avec(['CMS signé'], ['oui']), []],
    ['une délibération favorable à côté de l’accord', avec(['Accord', 'Délibération'], ['oui', 'oui']), []],
    [
      'une délibération contraire à côté de l’accord',
      avec(['Accord', 'Délibération'], ['oui', 'refus']),
      ['Délibération F1'],
    ],
  ])('%s', (_, rangees, attendues) => expect(nonComprises(rangees)).toEqual(attendues));

  it('les années d’un contrat sans leur total', () => {
    expect(nonComprises(avec(['Objectif CMS 2026', 'Objectif CMS 2027', 'Objectif CMS 2028'], [5, 5, 6]))).toHaveLength(
      3,
    );
  });
});

describe('le voisinage et le contenu précisent le sens', () => {
  it.each<[string, Rangees, string, unknown]>([
    [
      'Taux SRU, taux des communes',
      [
        ['Commune', 'RP', 'Taux SRU'],
        ['A', 1000, 14.6],
      ],
      'taux_lls',
      14.6,
    ],
    [
      'Taux SRU, taux de la loi',
      [
        ['Commune', 'RP', '% SRU'],
        ['A', 1000, 20],
        ['B', 900, 25],
      ],
      'taux_cible',
      20,
    ],
    [
      'Obligation, en taux',
      [
        ['Commune', 'RP', 'LLS', 'Obligation'],
        ['A', 1000, 10, 0.2],
      ],
      'taux_cible',
      20,
    ],
    [
      'Obligation, en logements',
      [
        ['Commune', 'RP', 'LLS', 'Obligation'],
        ['A', 1000, 10, 63],
      ],
      'objectif_reference',
      63,
    ],
    [
      'Objectif de rattrapage',
      [
        ['Commune', 'RP', 'Objectif de rattrapage', 'Objectif CMS'],
        ['A', 1000, 63, 50],
      ],
      'objectif_reference',
      63,
    ],
    ['seul objectif, sans contrat', avec(['Objectif triennal 2026-2028'], [16]), 'objectif_reference', 16],
    ['seul objectif, périodes en deux chiffres', avec(['Obj. 26-28'], [16]), 'objectif_reference', 16],
    [
      'Avis du maire, sans accord : une réponse',
      avec(['Objectif final', 'Avis du maire'], [16, 'oui']),
      'objectif_contrat',
      16,
    ],
    [
      'Agréments, à défaut de réalisés',
      [
        ['Commune', 'Objectif 2023-2025', 'Agréments 2023-2025'],
        ['A', 50, 40],
      ],
      'realises',
      40,
    ],
    [
      'tableau croisé',
      [
        ['Étiquettes de lignes', 'Somme de RP', 'Somme de LLS'],
        ['A', 1000, 100],
      ],
      'logements_sociaux',
      100,
    ],
    [
      'Territoire, à défaut de commune',
      [
        ['Territoire', 'RP', 'LLS'],
        ['A', 1000, 100],
      ],
      'logements_sociaux',
      100,
    ],
  ])('%s', (_, rangees, colonne, attendu) => {
    expect(valeurs(tableau(rangees), colonne as 'taux_lls')[0]![1]).toBe(attendu);
  });

  it('« Code » est un code INSEE s’il y en a dessous', () => {
    const t = tableau([
      ['Code', 'EPCI / Commune', 'RP', 'LLS'],
      ['86041', 'Buxerolles', 4082, 800],
    ]);
    expect(t.lignes[0]).toMatchObject({ codeInsee: '86041', commune: 'Buxerolles' });
    expect(
      ignorees(
        tableau([
          ['Code', 'Commune', 'RP', 'LLS'],
          ['X7', 'Buxerolles', 4082, 800],
        ]),
      ),
    ).toEqual(['Code']);
  });

  it('« Rang » de 1 à n, dans l’ordre des lignes, n’est pas le rang triennal', () => {
    const lignes = [1, 2, 3, 4, 5, 6].map((n) => [n, `Commune ${'ABCDEF'[n - 1]}`, 1000, 100]);
    expect(ignorees(tableau([['Rang', 'Commune', 'RP', 'LLS'], ...lignes]))).toEqual(['Rang']);
  });

  it('« Rang (entrante) » par oui ou non dit qui est entrante', () => {
    const t = tableau(avec(['Rang (entrante)'], ['oui'], ['non']));
    expect([t.colonnes.has('entrante'), t.colonnes.has('rang_triennal')]).toEqual([true, false]);
  });

  it.each([
    ['Objectif du contrat', 'Avenant n° 1'],
    ['Objectif CMS', 'Nouvel objectif triennal'],
    ['Objectif CMS v1', 'Objectif CMS v2'],
  ])('« %s » et « %s » : aucun n’est choisi en silence', (ancien, nouveau) => {
    const t = tableau(avec([ancien, nouveau], [16, 17]));
    expect(t.ambigues.get('objectif_contrat')?.map((e) => e.texte)).toEqual([ancien, nouveau]);
    expect(t.ignorees.map((e) => e.motif)).toEqual(['ambiguë', 'ambiguë']);
  });
});

describe('en-têtes à étages', () => {
  const ANNEES = ['2026', 2027, '2028', 'Total'];
  const sousContrat = (fusions: readonly string[]) =>
    tableau(
      [
        ['Commune', 'RP', 'LLS', 'Objectif CMS', '', '', '', 'Accord'],
        ['', '', '', ...ANNEES, ''],
        ['Buxerolles', 4082, 800, 6, 5, 5, 16, 'oui'],
      ],
      { fusions },
    );

  it.each([[['A1:A2', 'B1:B2', 'C1:C2', 'D1:G1', 'H1:H2']], [[]]])(
    'des années et leur total, fusions %j',
    (fusions) => {
      const t = sousContrat(fusions);
      expect(valeurs(t, 'objectif_contrat')).toEqual([['Buxerolles', 16]]);
      expect(t.ignorees.map((e) => [e.texte, e.motif])).toEqual([
        ['Objectif CMS 2026', 'sans effet'],
        ['Objectif CMS 2027', 'sans effet'],
        ['Objectif CMS 2028', 'sans effet'],
      ]);
    },
  );

  it.each([
    [['Commune', 'EPCI', 'État'], true],
    [['EPCI', 'Commune', 'État'], false],
    [['État', 'EPCI', 'Commune'], false],
  ])('« Accord » au-dessus de %j', (signataires, premier) => {
    const reponses = signataires.map((s) => (s === 'Commune' ? 'oui' : 'non'));
    for (const fusions of [['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'], []]) {
      const t = tableau(
        [
          ['Commune', 'RP', 'LLS', 'Accord', '', ''],
          ['', '', '', ...signataires],
          ['Buxerolles', 4082, 800, ...reponses],
        ],
        { fusions },
      );
      expect(t.lignes[0]).toMatchObject({ commune: 'Buxerolles', epci: '', accord: { etat: 'lue', valeur: true } });
      expect(t.nonComprises).toEqual([]);
      expect(t.entetes.get('accord_commune')?.position === 3).toBe(premier);
    }
  });

  it('un tableau collé à droite, d’autres colonnes, est un autre tableau', () => {
    const t = tableau([
      ['Commune', 'RP', 'LLS', 'Objectif CMS', 'Commune', 'Accord'],
      ['Buxerolles', 4082, 800, 16, 'Montamisé', 'oui'],
    ]);
    expect(t.lignes[0]!.accord.etat).toBe('vide');
    expect(t.nonComprises.map((e) => e.texte)).toEqual(['Accord']);
  });

  it.each([[[]], [['']]])('le bilan d’une période passée, à droite, n’en est que le rappel', (vide) => {
    const t = tableau([
      ['Commune', 'RP', 'LLS', 'Objectif CMS', ...vide, 'Commune', 'Objectif 2020-2022', 'Réalisés 2020-2022'],
      ['Buxerolles', 4082, 800, 16, ...vide, 'Buxerolles', 50, 20],
    ]);
    expect([t.colonnes.has('realises'), t.nonComprises]).toEqual([false, []]);
    expect(t.ignorees.map((e) => e.motif)).toEqual(['sans effet', 'sans effet', 'sans effet']);
  });
});
