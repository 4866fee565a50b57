import type { Feuille, Valeur } from '../outils/lecture';
import { BILAN, POITIERS, TOULON, type Base, type Champ } from './bases';
import { cas, ecrit, ENTIER, type Cas, type Variation } from './cas';

const une = (titre: string, ligne: number, valeur: Valeur) => ({
  [titre]: Array.from({ length: POITIERS.communes.length }, (_, i) => (i === ligne ? valeur : '')),
});
const dessus = (...lignes: readonly (readonly string[])[]) => ecrit({ avant: [...lignes, []] });
const dessous = (...lignes: readonly (readonly Valeur[])[]) => ecrit({ apres: [[], ...lignes] });
const autreFeuille = (nom: string, ...cellules: readonly (readonly Valeur[])[]) => [...ecrit(), { nom, cellules }];

/** Dit ailleurs que sur la feuille du tableau, sans libellé à part : le fait vaut quand même. */
const AILLEURS: readonly Cas[] = [
  cas('« PLH : non » sur une autre feuille', autreFeuille('Contexte', ['PLH : non']), 'jamais conforme'),
  cas(
    'une phrase sur le PLH, autre feuille',
    autreFeuille('Notes', ['L’EPCI n’a pas de PLH exécutoire.']),
    'jamais conforme',
  ),
  cas(
    'un avis défavorable sur une autre feuille',
    autreFeuille('Notes', ['Avis défavorable de la commission nationale SRU']),
    'tout',
    { dit: /défavorable/ },
  ),
  cas(
    'une phrase neutre sur une autre feuille',
    autreFeuille('Notes', ['Réunion du 12/05/2026 avec les maires']),
    'conforme',
    ENTIER,
  ),
  cas(
    'un accord retiré, sur une autre feuille',
    autreFeuille('Notes', ['Chauvigny a retiré son accord le 12/06/2026']),
    'jamais conforme',
  ),
];

const CONTRADICTIONS: readonly Cas[] = [
  cas('titre de cible 25 %, colonne à 20 %', dessus(['Taux cible : 25 %']), 'jamais conforme'),
  cas('un code qui n’est pas celui du nom', ecrit({ communes: { Chauvigny: { code: '86194' } } }), 'jamais conforme'),
  cas('deux EPCI dans les textes', dessus(['EPCI : CA Grand Châtellerault']), 'jamais conforme'),
  cas('« Oui en 2020 »', ecrit({ communes: { Chauvigny: { accord: 'Oui en 2020' } } }), 'jamais conforme'),
  cas('CM reporté sine die', ecrit({ plus: une('Date du CM', 1, 'reporté sine die') }), 'jamais conforme'),
  cas('délibération « refus » à côté d’un accord', ecrit({ plus: une('Délibération', 1, 'refus') }), 'jamais conforme'),
];

const DUREES = [
  'Durée',
  'Durée d’abaissement',
  'Périodes conséc. d’abaissement',
  'Nb périodes abaiss.',
  'Nombre de périodes d’abaissement',
  'Abaissements successifs',
];

const DUREE: readonly Cas[] = DUREES.map((periodes) =>
  cas(
    `« ${periodes} », trois fois`,
    ecrit({ titres: { periodes }, communes: { Montamisé: { periodes: 3 } } }),
    'jamais conforme',
  ),
);

const LIGNES_DEUX: readonly Cas[] = [
  cas(
    'deux communes sur une ligne',
    ecrit({ communes: { Chauvigny: { commune: 'Chauvigny et Jaunay-Marigny', code: '' } } }),
    'jamais conforme',
  ),
  cas(
    'la ligne de l’EPCI, sous les communes',
    ecrit({ apres: [['', 'Grand Poitiers Communauté urbaine', '', '', '', '', 471, 542]] }),
    'conforme',
    ENTIER,
  ),
  cas(
    'la ligne de l’EPCI, « Grand Poitiers »',
    ecrit({ apres: [['', 'Grand Poitiers', '', '', '', '', 471, 542]] }),
    'jamais non conforme',
  ),
  cas(
    'un autre tableau, dessous',
    dessous(['Logements livrés', '2023', '2024'], ['Chauvigny', 12, 14], ['Buxerolles', 3, 5]),
    'jamais non conforme',
  ),
  cas(
    'un échéancier, dessous',
    dessous(['Échéance', 'Date'], ['Signature', '12/05/2026'], ['Conseil', '01/06/2026']),
    'jamais non conforme',
  ),
];

const QUESTIONS_INUTILES: readonly Cas[] = [
  ...['Favorable à l’unanimité des suffrages exprimés', 'Approuvée à la majorité', 'Favorable à l’unanimité'].map(
    (accord) => cas(`accord « ${accord} »`, ecrit({ communes: { Chauvigny: { accord } } }), 'conforme', ENTIER),
  ),
  ...['Oui (1)', 'Oui **'].map((accord) =>
    cas(`accord « ${accord} » : la note se demande`, ecrit({ communes: { Chauvigny: { accord } } }), 'question'),
  ),
  cas('« Taux cible : 20 % », et sa colonne', dessus(['Taux cible : 20 %']), 'conforme', ENTIER),
  cas(
    '« Oui, le 12/05/2026 »',
    ecrit({ communes: { Chauvigny: { accord: 'Oui, le 12/05/2026' } } }),
    'conforme',
    ENTIER,
  ),
  cas(
    '« Logements manquants » dans un titre',
    dessus(['Objectifs calculés sur les logements manquants']),
    'conforme',
    ENTIER,
  ),
  cas(
    '« Contrat / manquants »',
    ecrit({ plus: { 'Contrat / manquants': POITIERS.communes.map(() => 0.4) } }),
    'conforme',
    ENTIER,
  ),
];

/** « Réalisé au 30/06/2024 » : la période court encore, rien n'est manqué. */
const BILANS_EN_COURS: readonly Cas[] = [
  cas(
    'réalisés avant la fin de la période',
    ecrit({ titres: { realises: 'Réalisés au 30/06/2024' }, communes: { Arès: { realises: 30 } } }, BILAN),
    'question',
  ),
  cas(
    'bilan à mi-parcours',
    ecrit({ avant: [['Bilan à mi-parcours'], []], communes: { Arès: { realises: 30 } } }, BILAN),
    'question',
  ),
  cas(
    'réalisés au dernier jour',
    ecrit({ titres: { realises: 'Réalisés au 31/12/2025' }, communes: { Arès: { realises: 30 } } }, BILAN),
    'jamais conforme',
  ),
];

/** Ce qu'un tableau dit d'un contrat et qu'on ne peut passer sous silence. */
const SANS_OBJECTIF: readonly Cas[] = [
  ...['Projet', 'Dotation', 'LLS à réaliser', 'Programme 2026-2028', 'Montant'].map((contrat) =>
    cas(
      `contrat sous « ${contrat} », rompu`,
      ecrit({ titres: { contrat }, communes: { Montamisé: { contrat: 5 } } }),
      'jamais conforme',
    ),
  ),
  ...['(2 périodes)', '1ère année', 'N-1', '/an'].map((suite) =>
    cas(
      `« Objectif du contrat ${suite} »`,
      ecrit({ titres: { contrat: `Objectif du contrat ${suite}` } }),
      'jamais conforme',
    ),
  ),
];

/** Une colonne à côté qui change ce qui se compare. */
const A_COTE: readonly Cas[] = (
  [
    ['Correction', 9, -50],
    ['Réserves éventuelles', 3, 'Sous réserve de la livraison de la ZAC'],
    ['Exemptée', 3, 'oui'],
    ['Statut', 3, 'Hors champ SRU'],
    ['Remarques', 3, 'N’est plus membre de Grand Poitiers'],
    ['Commentaires', 9, 'Ramené à 20 logements par le COPIL'],
    ['Abaissements antérieurs', 9, 2],
    ['Signataire du contrat', 3, 'non'],
  ] as const
).map(([titre, ligne, valeur]) =>
  cas(`« ${titre} » : ${valeur}`, ecrit({ plus: une(titre, ligne, valeur) }), 'jamais conforme'),
);

const TEXTES: readonly Cas[] = [
  'Objectifs en centaines de logements',
  'Objectifs annuels (un tiers de la période)',
  'Contrat résilié le 3 juin 2026',
  'PLH arrêté, exécutoire après délai de deux mois',
  'L’EPCI est dépourvu de PLH',
].map((texte) => cas(`« ${texte} »`, dessus([texte]), 'jamais conforme'));

const AUTRES: readonly Cas[] = [
  cas(
    'une colonne d’EPCI qui dit autre chose',
    ecrit({ plus: { EPCI: POITIERS.communes.map(() => 'CA Val Parisis') } }),
    'question',
  ),
  cas(
    '« (entrante) » dans le nom',
    ecrit({ communes: { Montamisé: { commune: 'Montamisé (entrante)' } } }),
    'jamais conforme',
  ),
  cas(
    'l’objectif de la période précédente',
    ecrit({
      titres: { reference: 'Objectif de référence 2023-2025', contrat: 'Objectif du contrat 2023-2025' },
      plus: { 'Objectif 2020-2022': POITIERS.communes.map(() => 40) },
    }),
    'conforme',
    ENTIER,
  ),
  cas('accord « Ne souhaite pas »', ecrit({ communes: { Chauvigny: { accord: 'Ne souhaite pas' } } }), 'non conforme'),
];

const PARC: Base = { ...POITIERS, champs: ['code', 'commune', 'rp', 'lls', 'cible', 'rang'] };
const taux = (valeur: Valeur, base: Base = PARC) => ecrit({ plus: une('Taux LLS', 9, valeur) }, base);

/** Un taux écrit contraire au parc (Vouneuil : 186 / 2 486, soit 7,48 %) : l'objectif calculé n'est sûr que si le palier est le même. */
const TAUX_CONTRAIRES: readonly Cas[] = [
  cas('un inventaire, taux écrit au-dessus de la cible', taux('22 %'), 'question', { dit: /22 %/ }),
  cas('un inventaire, taux écrit dans un autre palier', taux('17 %'), 'question', { dit: /17 %/ }),
  cas('un inventaire, taux mal recopié, même palier', taux('7,84 %'), 'rien a controler', { dit: /7,84 %/ }),
  cas('un inventaire, taux juste', taux('7,48 %'), 'rien a controler'),
  cas('un contrat, la référence est celle du parc', taux('17 %', POITIERS), 'conforme', { ...ENTIER, dit: /17 %/ }),
];

const NU: Base = { ...TOULON, titres: {} };
const PLH_D_AILLEURS: readonly Cas[] = [
  ...[
    'PLH de Grand Châtellerault exécutoire',
    'PLH exécutoire de la CA Grand Châtellerault',
    'PLH de Tours Métropole 2022-2027 exécutoire',
  ].map((texte) => cas(`« ${texte} »`, dessus([texte]), 'question', { dit: /PLH/ })),
  ...[
    'PLH de Grand Poitiers exécutoire',
    'PLH exécutoire de la communauté urbaine',
    'PLH exécutoire de la CU de Grand Poitiers',
    'PLH de l’agglomération, exécutoire',
  ].map((texte) => cas(`« ${texte} »`, dessus([texte]), 'conforme', ENTIER)),
];
/** Sur une feuille qui ne dit rien. */
const auPluriel = (variation: Variation = {}, base?: Base) =>
  ecrit({ feuille: 'Feuil1', avant: [['Contrats de mixité sociale'], []], ...variation }, base);
const CONTRATS_AU_PLURIEL: readonly Cas[] = [
  cas('des contrats, sans dire lesquels', auPluriel(), 'question', { dit: /abaissants/ }),
  cas('des contrats, sans dire lesquels, toutes abaissées', auPluriel({}, NU), 'question'),
  cas('des contrats, sur une feuille « Mutualisation »', dessus(['Contrats de mixité sociale']), 'conforme', ENTIER),
  cas('un contrat, au singulier', dessus(['Contrat de mixité sociale']), 'conforme', ENTIER),
  cas(
    'des contrats, et une colonne « Objectif mutualisé »',
    auPluriel({ titres: { contrat: 'Objectif mutualisé' } }),
    'conforme',
    ENTIER,
  ),
  cas(
    'des contrats, faux quel que soit leur genre',
    auPluriel({ communes: { Montamisé: { contrat: 5 } } }),
    'non conforme',
  ),
];
const annuel = (titres: readonly string[], ...champs: readonly Champ[]): Feuille[] => [
  {
    nom: 'Suivi',
    cellules: [
      ['Code INSEE', 'Commune', 'Année', ...titres],
      ...(champs.includes('realises') ? BILAN : POITIERS).communes.flatMap((c) =>
        [2026, 2027, 2028].map((an): Valeur[] => [
          ...[c.code!, c.commune!, an],
          ...champs.map((champ) => (typeof c[champ] === 'number' ? Math.floor(c[champ] / 3) : c[champ]!)),
        ]),
      ),
    ],
  },
];
const EN_COURS = { reference: 'Objectif 2026-2028', realises: 'Réalisés 2026-2028' };
const PERIODE_ENTIERE: readonly Cas[] = [
  cas(
    'un contrat année par année',
    annuel(['Objectif de référence', 'Objectif du contrat', 'Accord'], 'reference', 'contrat', 'accord'),
    'question',
    { dit: /année par année/ },
  ),
  cas('un bilan année par année', annuel(['Objectif', 'Réalisés'], 'reference', 'realises'), 'question'),
  cas(
    'une colonne « Année », une ligne par commune',
    ecrit({ plus: { Année: POITIERS.communes.map(() => 2026) } }),
    'conforme',
    ENTIER,
  ),
  cas(
    'la dernière période, remplie en partie',
    ecrit({ titres: EN_COURS, communes: { Lanton: { realises: 10 }, Arès: { realises: '' } } }, BILAN),
    'question',
  ),
  cas(
    'une période passée, remplie en partie',
    ecrit({ communes: { Lanton: { realises: 10 }, Arès: { realises: '' } } }, BILAN),
    'non conforme',
  ),
];

const date = (accord: string, periode: string) =>
  ecrit({ avant: [[`Période ${periode}`], []], communes: { Chauvigny: { accord } } });
const ACCORDS_DATES: readonly Cas[] = [
  cas('un accord d’après la période', date('Oui, le 12/05/2030', '2026-2028'), 'question', { dit: /2030/ }),
  cas('un accord d’une période suivante', date('Oui (CM du 12/05/2026)', '2023-2025'), 'question', { dit: /2026/ }),
  cas('un accord de la période', date('Oui, le 12/05/2026', '2026-2028'), 'conforme', ENTIER),
  cas('un accord d’avant la période', date('Oui, le 12/05/2025', '2026-2028'), 'conforme', ENTIER),
];

export const RESTES: readonly Cas[] = [
  ...AILLEURS,
  ...CONTRADICTIONS,
  ...DUREE,
  ...LIGNES_DEUX,
  ...QUESTIONS_INUTILES,
  ...BILANS_EN_COURS,
  ...SANS_OBJECTIF,
  ...A_COTE,
  ...TEXTES,
  ...AUTRES,
  ...TAUX_CONTRAIRES,
  ...PLH_D_AILLEURS,
  ...CONTRATS_AU_PLURIEL,
  ...PERIODE_ENTIERE,
  ...ACCORDS_DATES,
];
