import { cas, ecrit, ENTIER, type Cas, type Precise } from './cas';
import { BILAN, TOULON } from './bases';

const dessus = (...lignes: readonly (readonly string[])[]) => ecrit({ avant: [...lignes, []] });
const dessous = (...lignes: readonly (readonly string[])[]) => ecrit({ apres: [[], ...lignes] });

const PLH_OUI = [
  'PLH : oui',
  'PLH exécutoire : oui',
  'PLH exécutoire depuis le 15/01/2022',
  'EPCI couvert par un PLH exécutoire',
  'PLH 2022-2027 exécutoire',
  'PLUi-H valant PLH, exécutoire',
  'PLH adopté le 15/01/2022 et exécutoire',
];
const PLH_NON = [
  'PLH : non',
  'PLH exécutoire : non',
  'Pas de PLH',
  'Aucun PLH',
  'EPCI non couvert par un PLH',
  'Sans PLH ni document en tenant lieu',
];
const PLH_A_VENIR = [
  'PLH en cours d’élaboration',
  'PLH : en élaboration',
  'PLH en cours de révision, échu',
  'PLH arrêté, non exécutoire',
  'PLH expiré',
  'PLH à adopter en 2027',
  'PLH annulé par le tribunal administratif',
];
const AVIS_RECUEILLI = [
  'Avis de la commission nationale SRU : recueilli',
  'Avis de la commission nationale SRU : favorable',
  'Avis favorable de la commission nationale du 14/01/2026',
  'Commission nationale SRU : avis rendu le 14/01/2026',
];
const AVIS_DEFAVORABLE = [
  'Avis de la commission nationale SRU : défavorable',
  'Avis défavorable de la commission nationale du 14/01/2026',
];
const AVIS_A_RECUEILLIR = [
  'Avis de la commission nationale SRU : à recueillir',
  'Commission nationale : saisine prévue en mai',
];
const PERIODES = [
  'Période : 2026-2028',
  'Période triennale 2026-2028',
  'Triennal 2026–2028',
  'Période 2026/2028',
  'Contrat de mixité sociale 2026-2028',
  'Huitième période triennale (2026-2028)',
];
/** Une mutualisation n'existe pas avant 2023. */
const TROP_TOT = ['Période : 2020-2022', 'Période triennale 2017-2019', 'Contrat 2020-2022'];

const DIT_2026: Precise = { ...ENTIER, periode: '2026-2028' };

export const CONTEXTE: readonly Cas[] = [
  ...PLH_OUI.map((mots) => cas(`au-dessus, « ${mots} »`, dessus([mots]), 'conforme', { ...ENTIER, tait: /PLH/ })),
  ...PLH_NON.map((mots) => cas(`au-dessus, « ${mots} »`, dessus([mots]), 'non conforme', { dit: /PLH/ })),
  ...PLH_A_VENIR.map((mots) => cas(`au-dessus, « ${mots} »`, dessus([mots]), 'jamais conforme', { dit: /PLH/ })),
  ...AVIS_RECUEILLI.map((mots) =>
    cas(`au-dessus, « ${mots} »`, dessus([mots]), 'conforme', { ...ENTIER, tait: /commission nationale/ }),
  ),
  ...AVIS_DEFAVORABLE.map((mots) => cas(`au-dessus, « ${mots} »`, dessus([mots]), 'tout', { dit: /défavorable/i })),
  ...AVIS_A_RECUEILLIR.map((mots) =>
    cas(`au-dessus, « ${mots} »`, dessus([mots]), 'jamais non conforme', { dit: /avis/i }),
  ),
  ...PERIODES.map((mots) => cas(`au-dessus, « ${mots} »`, dessus([mots]), 'conforme', DIT_2026)),
  ...TROP_TOT.map((mots) => cas(`au-dessus, « ${mots} »`, dessus([mots]), 'jamais conforme', { dit: /20(?:20|17)/ })),
  cas('période en cellules voisines', dessus(['Période', '2026-2028']), 'conforme', DIT_2026),
  cas('période sous le tableau', dessous(['Période : 2026-2028']), 'conforme', DIT_2026),
  cas('période dans le nom de la feuille', ecrit({ feuille: '2026-2028' }), 'conforme', DIT_2026),
  cas('période dans le nom de la feuille, avec un mot', ecrit({ feuille: 'CIMS 2026-2028' }), 'conforme', DIT_2026),
  cas(
    'période dans les titres',
    ecrit({ titres: { reference: 'Objectif de référence 2026-2028', contrat: 'Objectif du contrat 2026-2028' } }),
    'conforme',
    DIT_2026,
  ),
  cas('PLH en cellules voisines', dessus(['PLH', 'oui']), 'conforme', { ...ENTIER, tait: /PLH/ }),
  cas('PLH non, en cellules voisines', dessus(['PLH exécutoire', 'non']), 'non conforme'),
  cas('PLH sous le tableau', dessous(['PLH exécutoire : oui']), 'conforme', { ...ENTIER, tait: /PLH/ }),
  cas('PLH non, sous le tableau', dessous(['L’EPCI n’est pas couvert par un PLH.']), 'jamais conforme'),
  cas(
    'PLH non, dans une autre feuille',
    [
      ...ecrit(),
      {
        nom: 'Contexte',
        cellules: [
          ['PLH exécutoire', 'non'],
          ['Avis', 'à recueillir'],
        ],
      },
    ],
    'jamais conforme',
  ),
  cas('PLH d’une autre période, dates seules', dessus(['PLH 2016-2021']), 'tout', { dit: /PLH/ }),
  cas('avis en cellules voisines', dessus(['Avis de la commission nationale', 'recueilli']), 'conforme', {
    ...ENTIER,
    tait: /commission nationale/,
  }),
  cas('l’option prévaut sur le PLH écrit', dessus(['PLH : oui']), 'non conforme', { precisions: { plh: false } }),
  cas('l’option PLH oui, la feuille dit non', dessus(['PLH : non']), 'tout', { precisions: { plh: true }, dit: /PLH/ }),
  cas('l’option prévaut sur la période écrite', dessus(['Période : 2023-2025']), 'tout', {
    precisions: { periode: '2026-2028' },
    dit: /2023-2025/,
  }),
  cas('deux périodes se contredisent', dessus(['Période : 2023-2025'], ['Contrat 2026-2028']), 'tout', {
    dit: /2023-2025|2026-2028/,
  }),
  cas(
    'référence d’une période, contrat d’une autre',
    ecrit({ titres: { reference: 'Objectif de référence 2023-2025', contrat: 'Objectif du contrat 2026-2028' } }),
    'jamais conforme',
    { dit: /2023-2025/ },
  ),
  cas(
    'titres de 2020-2022 sous un contrat 2023-2025',
    ecrit({ avant: [['Contrat 2023-2025'], []], titres: { reference: 'Objectif 2020-2022' } }),
    'jamais conforme',
    { dit: /2020-2022/ },
  ),
  cas('RP de 2022 pour 2026-2028', ecrit({ titres: { rp: 'Résidences principales au 01/01/2022' } }), 'tout', {
    precisions: { periode: '2026-2028' },
    dit: /2022/,
  }),
  cas('RP de 2025 pour 2026-2028', ecrit({ titres: { rp: 'Résidences principales au 01/01/2025' } }), 'conforme', {
    precisions: { periode: '2026-2028' },
    ...ENTIER,
  }),
  cas('RP de 2022 pour 2023-2025', ecrit({ titres: { rp: 'RP 2022', lls: 'LLS 2022' } }), 'conforme', {
    precisions: { periode: '2023-2025' },
    ...ENTIER,
  }),
  cas('EPCI écrit', dessus(['EPCI : Grand Poitiers Communauté urbaine']), 'conforme', ENTIER),
  cas('taux cible dit une fois', ecrit({ avant: [['Taux cible : 20 %'], []], sans: ['cible'] }), 'conforme', ENTIER),
  cas(
    'taux cible dit une fois, contrat sous la moitié',
    ecrit({ avant: [['Taux cible : 20 %'], []], sans: ['cible'], communes: { Montamisé: { contrat: 12 } } }),
    'jamais conforme',
  ),
  cas(
    'taux cible dit une fois, référence déjà abaissée',
    ecrit({ avant: [['Cible : 20 %'], []], sans: ['cible'], communes: { 'Migné-Auxances': { reference: 25 } } }),
    'jamais conforme',
  ),
  cas('« en milliers » au-dessus', ecrit({ avant: [['(en milliers)'], []] }), 'jamais conforme', { dit: /milliers/ }),
  cas(
    '« en milliers » dans un titre',
    ecrit({ titres: { rp: 'Résidences principales (en milliers)' } }),
    'jamais conforme',
    { dit: /milliers/ },
  ),
  cas('« en milliers » sous le tableau', dessous(['Unité : milliers de logements']), 'jamais conforme', {
    dit: /milliers/,
  }),
  cas(
    'un projet de contrat : l’avis peut rester à recueillir',
    dessus(['Projet de contrat de mixité sociale mutualisant']),
    'jamais non conforme',
  ),
  cas('un titre qui ne dit rien', dessus(['Suivi des communes']), 'conforme', ENTIER),
  cas(
    'un titre long',
    dessus([
      'Tableau annexé à la note du service habitat sur la programmation du logement locatif social dans les communes de l’agglomération',
    ]),
    'conforme',
    ENTIER,
  ),
  cas(
    'contrat abaissant, titre de feuille',
    ecrit({ titres: { contrat: 'Objectif du contrat' }, feuille: 'CMS abaissant' }, TOULON),
    'conforme',
    { communes: 4 },
  ),
  cas(
    'un bilan ancien dit sa période',
    ecrit(
      { titres: { reference: 'Objectif', realises: 'Réalisés' }, avant: [['Bilan triennal 2014-2016'], []] },
      BILAN,
    ),
    'conforme',
    { communes: 5 },
  ),
];
