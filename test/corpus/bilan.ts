import type { Feuille, Valeur } from '../outils/lecture';
import { BILAN } from './bases';
import { cas, ecrit, type Cas } from './cas';

const PERIODES = [
  '2002-2004',
  '2005-2007',
  '2008-2010',
  '2011-2013',
  '2014-2016',
  '2017-2019',
  '2020-2022',
  '2023-2025',
];
const titres = (annees: string) => ({ reference: `Objectif ${annees}`, realises: `Réalisés ${annees}` });
const ROMPU = { Lanton: { realises: 61 } };
const TITRES_REALISES = [
  'Réalisés',
  'Réalisations',
  'LLS réalisés',
  'Logements réalisés',
  'Nombre de logements réalisés',
  'Bilan',
  'Réalisé',
  'Total réalisé',
  'Réalisations totales',
];
const TITRES_OBJECTIF = [
  'Objectif',
  'Objectif triennal',
  'Objectif de rattrapage',
  'Objectif notifié',
  'Objectif quantitatif',
  'Objectifs',
  'Obj. triennal',
  'Objectif LLS',
];
const feuille = (...cellules: readonly (readonly Valeur[])[]): Feuille[] => [{ nom: 'Bilan', cellules }];

/** Bilan = (a) − (b) + (c) + (d) + (e) + report. */
const compose = (report: number, objectif: number, bilan: Valeur | null): Feuille[] =>
  feuille(
    [
      'Code INSEE',
      'Commune',
      'Variation inventaire 2019-2016 (a)',
      'LLS financés et comptabilisés aux précédents bilans (b)',
      'LLS financés en 2017 (c)',
      'LLS financés en 2018 (d)',
      'LLS financés en 2019 (e)',
      'Report du triennal précédent',
      ...(bilan === null ? [] : ['Bilan 2017-2019']),
      'Objectif 2017-2019',
    ],
    ['33005', 'Andernos-les-Bains', 62, 8, 20, 0, 15, report, ...(bilan === null ? [] : [bilan]), objectif],
    ['33019', 'Audenge', 90, 0, 14, 22, 4, 0, ...(bilan === null ? [] : [130]), 102],
  );
const QUALITE = [
  'Code INSEE',
  'Commune',
  'Objectif 2020-2022',
  'Réalisés 2020-2022',
  'Objectif minimum PLAI',
  'PLAI réalisés',
  'Objectif maximum PLS',
  'PLS réalisés',
];

export const BILAN_TRIENNAL: readonly Cas[] = [
  ...PERIODES.map((p) =>
    cas(`${p}, dit par les titres : atteint`, ecrit({ titres: titres(p) }, BILAN), 'conforme', { communes: 5 }),
  ),
  ...PERIODES.map((p) =>
    cas(
      `${p}, dit par les titres : non atteint`,
      ecrit({ titres: titres(p), communes: ROMPU }, BILAN),
      'non conforme',
      { dit: /61/ },
    ),
  ),
  ...PERIODES.slice(0, 7).map((p) =>
    cas(`${p}, dit par l’option : non atteint`, ecrit({ titres: titres(p), communes: ROMPU }, BILAN), 'non conforme', {
      precisions: { periode: p },
    }),
  ),
  ...TITRES_REALISES.map((t) =>
    cas(
      `« ${t} » : atteint`,
      ecrit({ titres: { reference: 'Objectif 2020-2022', realises: `${t} 2020-2022` } }, BILAN),
      ['conforme', 'question'],
    ),
  ),
  ...TITRES_REALISES.map((t) =>
    cas(
      `« ${t} » : non atteint`,
      ecrit({ titres: { reference: 'Objectif 2020-2022', realises: `${t} 2020-2022` }, communes: ROMPU }, BILAN),
      'jamais conforme',
    ),
  ),
  ...TITRES_OBJECTIF.map((t) =>
    cas(
      `« ${t} » : non atteint`,
      ecrit({ titres: { reference: `${t} 2020-2022`, realises: 'Réalisés 2020-2022' }, communes: ROMPU }, BILAN),
      'jamais conforme',
    ),
  ),
  cas(
    'juste atteint',
    ecrit({ titres: titres('2020-2022'), communes: { Lanton: { realises: 90 } } }, BILAN),
    'conforme',
  ),
  cas(
    'un de moins',
    ecrit({ titres: titres('2020-2022'), communes: { Lanton: { realises: 89 } } }, BILAN),
    'non conforme',
  ),
  cas(
    'réalisés négatifs',
    ecrit({ titres: titres('2020-2022'), communes: { Lanton: { realises: -4 } } }, BILAN),
    'non conforme',
  ),
  cas(
    'réalisés « NC »',
    ecrit({ titres: titres('2020-2022'), communes: { Lanton: { realises: 'NC' } } }, BILAN),
    'question',
  ),
  cas(
    'avec le parc et la cible',
    ecrit(
      {
        titres: titres('2017-2019'),
        communes: ROMPU,
        plus: {
          'Nombre de RP': [6800, 3100, 4200, 4900, 3300],
          'Nombre de LLS': [700, 310, 520, 610, 290],
          'Taux légal': ['25 %', '25 %', '25 %', '25 %', '25 %'],
        },
      },
      BILAN,
    ),
    'non conforme',
  ),
  cas(
    'avec le potentiel fiscal',
    ecrit(
      {
        titres: titres('2017-2019'),
        communes: ROMPU,
        plus: { 'Potentiel fiscal par habitant': [1200, 900, 850, 990, 1010] },
      },
      BILAN,
    ),
    'non conforme',
  ),
  cas(
    'avec un taux de réalisation',
    ecrit(
      { titres: titres('2017-2019'), plus: { 'Taux de réalisation': ['114 %', '100 %', '127 %', '116 %', '106 %'] } },
      BILAN,
    ),
    'conforme',
    { communes: 5 },
  ),
  cas(
    'avec la période précédente',
    ecrit(
      {
        titres: titres('2017-2019'),
        plus: { 'Objectif 2014-2016': [70, 40, 60, 30, 66], 'Réalisés 2014-2016': [12, 3, 8, 2, 5] },
      },
      BILAN,
    ),
    ['conforme', 'question'],
    { precisions: { periode: '2017-2019' } },
  ),
  cas(
    'la période précédente ne sauve pas celle-ci',
    ecrit(
      {
        titres: titres('2017-2019'),
        communes: ROMPU,
        plus: { 'Objectif 2014-2016': [1, 1, 1, 1, 1], 'Réalisés 2014-2016': [99, 99, 99, 99, 99] },
      },
      BILAN,
    ),
    'non conforme',
    { precisions: { periode: '2017-2019' } },
  ),
  cas(
    'objectif d’un contrat',
    feuille(
      ['Commune', 'Objectif de référence 2020-2022', 'Objectif du contrat 2020-2022', 'Réalisés 2020-2022'],
      ['Lanton', 90, 60, 66],
      ['Arès', 60, 60, 61],
    ),
    ['conforme', 'question'],
  ),
  cas(
    'objectif d’un contrat, non atteint',
    feuille(
      ['Commune', 'Objectif de référence 2020-2022', 'Objectif du contrat 2020-2022', 'Réalisés 2020-2022'],
      ['Lanton', 90, 60, 51],
      ['Arès', 60, 60, 61],
    ),
    'jamais conforme',
  ),
  cas('composé, avec son bilan : atteint', compose(0, 85, 89), ['conforme', 'question']),
  cas('composé, avec son bilan : non atteint', compose(0, 95, 89), 'jamais conforme'),
  cas('composé, sans son bilan : non atteint', compose(0, 95, null), 'jamais conforme'),
  cas('composé, le report compte : atteint', compose(10, 95, 99), ['conforme', 'question']),
  // Les deux décomptes atteignent l'objectif : l'écart se dit, il ne change rien.
  cas('composé, bilan écrit qui ne se retrouve pas', compose(0, 85, 120), 'conforme', { dit: /89|120/ }),
  cas(
    'PLAI et PLS tenus',
    feuille(
      QUALITE,
      ['33005', 'Andernos-les-Bains', 85, 97, 26, 31, 25, 12],
      ['33011', 'Arès', 60, 60, 18, 18, 18, 18],
    ),
    'conforme',
    { communes: 2 },
  ),
  cas(
    'PLAI sous leur minimum',
    feuille(
      QUALITE,
      ['33005', 'Andernos-les-Bains', 85, 97, 26, 11, 25, 12],
      ['33011', 'Arès', 60, 60, 18, 18, 18, 18],
    ),
    'tout',
    { dit: /PLAI/ },
  ),
  cas(
    'PLS au-delà de leur maximum',
    feuille(
      QUALITE,
      ['33005', 'Andernos-les-Bains', 85, 97, 26, 31, 25, 44],
      ['33011', 'Arès', 60, 60, 18, 18, 18, 18],
    ),
    'tout',
    { dit: /PLS/ },
  ),
  ...(
    [
      ['Respect', ['oui', 'oui', 'oui', 'oui', 'oui']],
      ['Respect de l’objectif', ['oui', '', 'NC', 'oui', 'oui']],
      ['Respect du bilan global (1/0)', [1, 1, 1, 1, 1]],
      ['Objectif atteint (oui/non)', ['Oui', 'Oui', 'Oui', 'Oui', 'Oui']],
      ['Objectif non atteint', [0, 0, 0, 0, 0]],
      ['Atteinte de l’objectif', ['114 %', '100 %', '127 %', '116 %', '106 %']],
      ['Taux de réalisation', ['114 %', '100 %', '127 %', '116 %', '106 %']],
      ['Taux de réalisation (rapports)', [1.1412, 1, 1.2745, 1.1591, 1.0556]],
      ['Carence envisagée', ['non', 'non', 'non', 'non', 'non']],
    ] as [string, Valeur[]][]
  ).flatMap(([titre, cellules]) => [
    cas(`« ${titre} » accordé`, ecrit({ plus: { [titre]: cellules } }, BILAN), 'conforme', { communes: 5 }),
    cas(
      `« ${titre} » muet, un de moins`,
      ecrit({ communes: { Lanton: { realises: 61 } }, plus: { [titre]: cellules.map(() => '') } }, BILAN),
      'non conforme',
    ),
  ]),
  ...(
    [
      ['Respect', 'non'],
      ['Respect de l’objectif', 'partiel'],
      ['Respect du bilan global (1/0)', 0],
      ['Objectif atteint (oui/non)', 'Non'],
      ['Objectif non atteint', 1],
      ['Taux de réalisation', '62 %'],
      ['Taux de réalisation', 0.62],
      ['Carence envisagée', 'oui'],
    ] as [string, string | number][]
  ).map(([titre, valeur]) =>
    cas(
      `« ${titre} » : ${valeur}, objectif atteint`,
      ecrit({ plus: { [titre]: ['', '', '', '', valeur] } }, BILAN),
      'question',
      { dit: /Lanton/ },
    ),
  ),
  ...(
    [
      ['Respect', 'oui'],
      ['Taux de réalisation', '106 %'],
    ] as const
  ).map(([titre, valeur]) =>
    cas(
      `« ${titre} » : ${valeur}, objectif manqué`,
      ecrit({ communes: { Lanton: { realises: 61 } }, plus: { [titre]: ['', '', '', '', valeur] } }, BILAN),
      'question',
      { dit: /Lanton/ },
    ),
  ),
  cas(
    'un taux arrondi à 100 %, un logement de moins',
    ecrit(
      {
        communes: { Lanton: { reference: 900, realises: 899 } },
        plus: { 'Taux de réalisation': ['', '', '', '', '100 %'] },
      },
      BILAN,
    ),
    'non conforme',
  ),
  ...(
    [
      ['deux PLAI sur 97, sans minimum écrit', { 'PLAI réalisés': [2, 18, 40, 20, 30] }, 'question'],
      ['60 PLS sur 97, sans maximum écrit', { 'PLS réalisés': [60, 10, 20, 10, 20] }, 'question'],
      ['PLAI tenus sur l’objectif, non sur les réalisés', { 'PLAI réalisés': [27, 18, 35, 14, 28] }, 'conforme'],
      [
        'PLAI et PLS tenus, sans objectif écrit',
        { 'PLAI réalisés': [31, 18, 40, 20, 30], 'PLS réalisés': [12, 10, 20, 10, 20] },
        'conforme',
      ],
    ] as const
  ).map(([titre, plus, attendu]) => cas(titre, ecrit({ plus }, BILAN), attendu)),
  cas(
    'une seule commune',
    feuille(['Commune', 'Objectif 2020-2022', 'Réalisés 2020-2022'], ['Lanton', 90, 61]),
    'non conforme',
  ),
  cas('ligne de total', ecrit({ titres: titres('2020-2022'), apres: [['', 'Total', 381, 433]] }, BILAN), 'conforme', {
    communes: 5,
  }),
  cas(
    'total atteint, une commune non',
    ecrit({ titres: titres('2020-2022'), communes: ROMPU, apres: [['', 'Total', 381, 399]] }, BILAN),
    'non conforme',
  ),
  cas(
    'réalisés d’une autre période que l’objectif',
    feuille(['Commune', 'Objectif 2023-2025', 'Réalisés 2020-2022'], ['Lanton', 90, 95], ['Arès', 60, 61]),
    'jamais conforme',
  ),
];
