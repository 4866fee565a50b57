import { A, avec, eprouverConstats, type Valeurs } from '../../outils/communes';

const P = { ...A, contrat: 165, accord: 'oui' };

/** Le taux écrit n'est pas celui du parc ; `question` : il donnerait un autre objectif, et rien ne dit lequel est faux. */
const tauxFaux = (ecrit: string, parc: string, exact: string, question: boolean): string[] => [
  `TAUX_INCOHERENT, alerte, ${question ? 'empêche de conclure, ' : ''}L302-5 (texte)`,
  `A, Taux LLS : ${ecrit.replace(',', '.')} pour ${exact.replace(',', '.')}`,
  `Le taux écrit, ${ecrit} %, n’est pas ${parc} / 10 000 = ${exact} % : corriger le taux, les logements sociaux ou les résidences principales.`,
  ...(question
    ? [
        'Faut-il s’en tenir aux logements sociaux et aux résidences principales de A ?',
        `Oui, le taux écrit est faux : texte a taux ${ecrit} sans effet`,
      ]
    : []),
];
const A_LA_CIBLE = [
  'NON_DEFICITAIRE, information, L302-8-VII (texte)',
  'A, Objectif du contrat : rien pour 0',
  'Le taux cible est atteint : la commune n’est pas déficitaire, son objectif est de 0.',
];
const parc = (lls: number, taux: string): Valeurs => ({ ...A, lls, taux, contrat: lls === 2000 ? '' : 184 });

eprouverConstats('le taux écrit, quand le parc dit 15 %, à 5 points de 20', { contrat: 'cims' }, [
  ['15,2 : le même palier', [{ ...P, taux: '15,2' }], tauxFaux('15,2', '1 500', '15', false)],
  ['17 : un autre palier', [{ ...P, taux: 17 }], tauxFaux('17', '1 500', '15', true)],
  [
    '17, mais la référence écrite est celle du parc',
    [{ ...P, taux: 17, reference: 165 }],
    tauxFaux('17', '1 500', '15', false),
  ],
  ['16, de 15,5 à 16,5 : il ne dit aucun palier', [{ ...P, taux: 16 }], tauxFaux('16', '1 500', '15', false)],
  [
    'à un point, 21 : la cible serait atteinte',
    [{ ...P, lls: 1900, contrat: 100, taux: 21 }],
    tauxFaux('21', '1 900', '19', true),
  ],
  ['21 : la cible serait atteinte', [{ ...P, taux: 21 }], tauxFaux('21', '1 500', '15', true)],
]);

eprouverConstats('le taux écrit, quand le parc atteint 20 %', { contrat: 'cims' }, [
  ['19 : elle ne le serait pas', [parc(2000, '19')], tauxFaux('19', '2 000', '20', true), A_LA_CIBLE],
  [
    '20, de 19,5 à 20,5, pour 21,5 : elle l’est peut-être',
    [{ ...parc(2150, '20'), contrat: '' }],
    tauxFaux('20', '2 150', '21,5', false),
    A_LA_CIBLE,
  ],
  ['20,4 : elle l’est aussi', [parc(2000, '20,4')], tauxFaux('20,4', '2 000', '20', false), A_LA_CIBLE],
]);

eprouverConstats('14,5 % est un arrondi, de 14,45 à 14,55, ou une troncature, jusqu’à 14,6', { contrat: 'cims' }, [
  ['14,44', [parc(1444, '14,5')], tauxFaux('14,5', '1 444', '14,44', false)],
  ['14,45', [parc(1445, '14,5')]],
  ['14,55', [{ ...parc(1455, '14,5'), contrat: 180 }]],
  ['14,59', [{ ...parc(1459, '14,5'), contrat: 179 }]],
  ['14,6', [{ ...parc(1460, '14,5'), contrat: 179 }], tauxFaux('14,5', '1 460', '14,6', false)],
]);

const manquantsFaux = (ecrits: string, calcul: string, exacts: string): string[] => [
  'MANQUANTS_INCOHERENTS, alerte, L302-8-VII (texte)',
  `A, Logements manquants : ${ecrits.replace(',', '.').replace('−', '-')} pour ${exacts.replace(',', '.')}`,
  `Les manquants écrits, ${ecrits}, ne sont pas ${calcul} = ${exacts}, ni un de ses arrondis.`,
];
// 25 % de 10 001 moins 2 000 font 500,25.
const V = { rp: 10_001, cible: 25, lls: 2000, rang: 3, contrat: 250, accord: 'oui' };
const DE_V = '25 % × 10 001 − 2 000';
eprouverConstats('L. 302-8, VII : les manquants écrits', { contrat: 'cims' }, [
  ['480 pour 500', [{ ...P, manquants: 480 }], manquantsFaux('480', '20 % × 10 000 − 1 500', '500')],
  ['−500 pour 500', [{ ...P, manquants: -500 }], manquantsFaux('−500', '20 % × 10 000 − 1 500', '500')],
  ['−100 : aucun, la cible est dépassée', [{ ...A, lls: 2100, manquants: -100, contrat: '' }], A_LA_CIBLE],
  ['500,25, arrondis à 500,3', [{ ...V, manquants: '500,3' }]],
  ['ou à 500,2', [{ ...V, manquants: '500,2' }]],
  ['ou à 501', [{ ...V, manquants: 501 }]],
  ['non à 500,4', [{ ...V, manquants: '500,4' }], manquantsFaux('500,4', DE_V, '500,25')],
  ['ni à 500,1', [{ ...V, manquants: '500,1' }], manquantsFaux('500,1', DE_V, '500,25')],
]);

eprouverConstats('L. 302-8, VII : le taux de rattrapage et la référence écrits', { contrat: 'cims' }, [
  [
    '50 % à 5 points',
    [{ ...P, rattrapage: 50 }],
    [
      'RATTRAPAGE_INCOHERENT, alerte, L302-8-VII (texte)',
      'A, Taux de rattrapage : 50 pour 33',
      'Le taux de rattrapage écrit, 50 %, devrait être 33 % (écart supérieur à 4 points).',
    ],
  ],
  ['42 %, mais ni parc ni manquants : rien à comparer', [{ rang: 3, rattrapage: 42, reference: 80, contrat: 80 }]],
  [
    '163 pour 163,35',
    [{ ...A, lls: 1505, reference: 163, contrat: 163 }],
    [
      'REFERENCE_ARRONDIE, information, L302-8-VII (interprétation)',
      'A, Objectif de référence : 163 pour 163.35',
      'La référence 163 est l’arrondi au plus proche et à l’entier inférieur de 163,35.',
    ],
  ],
  [
    '164 pour 163,35, écrit avec une décimale',
    [{ ...A, lls: 1505, reference: '164,0', contrat: 164 }],
    [
      'REFERENCE_ARRONDIE, information, L302-8-VII (interprétation)',
      'A, Objectif de référence : 164 pour 163.35',
      'La référence 164 est l’arrondi à l’entier supérieur de 163,35.',
    ],
  ],
  ['163,4 et 163,3 sont 163,35 à une décimale', [{ ...A, lls: 1505, reference: '163,4', contrat: 164 }]],
  ['l’autre', [{ ...A, lls: 1505, reference: '163,3', contrat: 164 }]],
  [
    '170 pour 165, accord donné',
    [{ ...P, reference: 170, contrat: 170 }],
    [
      'REFERENCE_INCOHERENTE, information, L302-8-VII (texte)',
      'A, Objectif de référence : 170 pour 165',
      'La référence écrite, 170, dépasse l’objectif légal de 165 logements : licite si le préfet l’a rehaussée avec l’accord du maire, que le tableau indique.',
    ],
  ],
  ...['non', ''].map(
    (accord) =>
      [
        `170 pour 165, accord « ${accord} »`,
        [{ ...A, reference: 170, contrat: 170, accord }],
        [
          'REFERENCE_INCOHERENTE, alerte, L302-8-VII (texte)',
          'A, Objectif de référence : 170 pour 165',
          'La référence écrite, 170, dépasse l’objectif légal de 165 logements : licite si le préfet l’a rehaussée avec l’accord du maire ; à confirmer.',
        ],
      ] as const,
  ),
  [
    'à 4 points exactement, l’objectif légal est lui-même une lecture',
    [{ ...A, lls: 1600, reference: 210, contrat: 210, accord: 'oui' }],
    [
      'REFERENCE_INCOHERENTE, information, L302-8-VII (interprétation)',
      'A, Objectif de référence : 210 pour 200',
      'La référence écrite, 210, dépasse l’objectif légal de 200 logements : licite si le préfet l’a rehaussée avec l’accord du maire, que le tableau indique.',
    ],
  ],
]);

const RANG_INCONNU = [
  'RANG_INCONNU, alerte, empêche de conclure, L302-8-VIII (interprétation)',
  'A, Rang triennal',
  'Le rang triennal de la commune n’est pas écrit : une commune entrante a un objectif moindre, qui ne s’abaisse pas.',
  'Quel est le rang triennal de A ?',
  'Droit commun (3 et plus) : rang a 3',
  'Entrante, rang 2 : rang a 2',
  'Entrante, rang 1 : rang a 1',
  'Entrante, rang 0 : rang a 0',
];
eprouverConstats('sans rang ni palier, le plancher du contrat ne se dit pas : le rang se demande', { contrat: 'cms' }, [
  [
    '40 sous 10 % de 500',
    [{ manquants: 500, rang: '', rattrapage: 42, reference: 210, contrat: 40, periodes: 1 }],
    RANG_INCONNU,
    [
      'RATTRAPAGE_INCOHERENT, alerte, L302-8-VII (texte)',
      'A, Taux de rattrapage : 42 pour rien',
      'Le taux de rattrapage écrit, 42 %, n’est aucun de ceux de la loi (aucun palier).',
    ],
  ],
]);
eprouverConstats('sans rang, au-dessus de la moitié d’une référence fausse', { contrat: 'cims' }, [
  [
    '40 pour 60, quand 700 logements manquent',
    avec({ ...A, lls: 1300, rang: '', reference: 60, contrat: 40 }, 185),
    [
      'REFERENCE_INCOHERENTE, bloquant, L302-8-VII (texte)',
      'A, Objectif de référence : 60 pour 231',
      'La référence écrite, 60, est inférieure à l’objectif légal de 231 logements et n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.',
    ],
    RANG_INCONNU,
  ],
]);
eprouverConstats('sans contrat, aucune durée d’abaissement ne se compte', { contrat: 'aucun' }, [
  [
    'une quatrième période',
    [{ ...A, contrat: 164, periodes: 4 }],
    [
      'REDUCTION_EXCESSIVE, bloquant, L302-8-VII (texte)',
      'A, Objectif du contrat : 164 pour 165',
      'L’objectif de 164 logements est inférieur à la référence (165) sans contrat qui l’abaisse : le porter à 165 au moins.',
    ],
  ],
]);
