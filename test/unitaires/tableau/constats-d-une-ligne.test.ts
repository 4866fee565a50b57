import { A, avec, eprouverConstats } from '../../outils/communes';

eprouverConstats('ce qui ne se calcule pas', { contrat: 'cims' }, [
  [
    'plus de logements sociaux que de résidences',
    [{ ...A, lls: 10_001, contrat: 165 }],
    [
      'VALEUR_INVALIDE, alerte, empêche de conclure, outil (interprétation)',
      'A, Logements sociaux',
      '« 10 001 » ne convient pas pour les logements sociaux : attendu au plus les résidences principales, 10 000 (les deux valeurs sont peut-être interverties).',
    ],
  ],
  [
    'un taux publié qui atteint la cible, et des logements manquants',
    [{ manquants: 500, taux: 21, cible: 20, rang: 3, reference: 165, contrat: 165 }],
    [
      'TAUX_INCOHERENT, alerte, empêche de conclure, L302-5 (texte)',
      'A, Taux LLS : 21 pour rien',
      'Le taux écrit, 21 %, atteint la cible de 20 %, mais 500 logements manquent : l’un des deux est faux.',
    ],
  ],
  [
    '16 % à un arrondi près, pour 20 : le palier ne se connaît pas',
    [{ manquants: 400, rang: 3, taux: 16, cible: 20, reference: 132, contrat: 132 }],
    [
      'PALIER_INDETERMINE, alerte, empêche de conclure, L302-8-VII (texte)',
      'A, Taux LLS : 16 pour rien',
      'Le taux n’est connu qu’à son arrondi près (de 15,5 à 16,5 %) : l’écart au taux cible peut relever de « de 2 à 4 points » ou « plus de 4 points ». Ajouter les résidences principales et les logements sociaux.',
    ],
  ],
]);

const QUESTION_DU_RANG = [
  'Quel est le rang triennal de A ?',
  'Droit commun (3 et plus) : rang a 3',
  'Entrante, rang 2 : rang a 2',
  'Entrante, rang 1 : rang a 1',
  'Entrante, rang 0 : rang a 0',
];
const RANG_INCONNU = [
  'RANG_INCONNU, alerte, empêche de conclure, L302-8-VIII (interprétation)',
  'A, Rang triennal',
  'Le rang triennal de la commune n’est pas écrit : une commune entrante a un objectif moindre, qui ne s’abaisse pas.',
  ...QUESTION_DU_RANG,
];
const TOTAL_OUVERT = [
  'TOTAL_INSUFFISANT, alerte, empêche de conclure, L302-8-X (texte)',
  'le tableau : 215 pour 330',
  'Le total des objectifs, 215, est inférieur au total des références, 330 : il manque 115 logements.',
];
eprouverConstats('L. 302-8, VIII et X : le rang manque, 10 % de 500 et 165 font 215', { contrat: 'cims' }, [
  ['215 : le total suffirait à une entrante', avec({ ...A, rang: '', contrat: 50 }, 165), RANG_INCONNU, TOTAL_OUVERT],
  [
    '214 : il ne suffirait à aucun rang',
    avec({ ...A, rang: '', contrat: 50 }, 164),
    [
      'TOTAL_INSUFFISANT, bloquant, L302-8-X (texte)',
      'le tableau : 214 pour 330',
      'Le total des objectifs, 214, est inférieur au total des références, 330 : il manque 116 logements.',
    ],
    RANG_INCONNU,
  ],
]);

eprouverConstats('le rang manque, la référence est écrite : 200 et 165 font 365', { contrat: 'cims' }, [
  [
    '225 ne suffit à aucun rang',
    avec({ ...A, rang: '', reference: 200, contrat: 60 }, 165),
    [
      'TOTAL_INSUFFISANT, bloquant, L302-8-X (texte)',
      'le tableau : 225 pour 365',
      'Le total des objectifs, 225, est inférieur au total des références, 365 : il manque 140 logements.',
    ],
    RANG_INCONNU,
    [
      'REFERENCE_INCOHERENTE, information, L302-8-VII (texte)',
      'A, Objectif de référence : 200 pour 165',
      'La référence écrite, 200, dépasse l’objectif légal de 165 logements : licite si le préfet l’a rehaussée avec l’accord du maire, que le tableau indique.',
    ],
  ],
]);

eprouverConstats('VIII : sans contrat, le rang se demande aussi', { contrat: 'aucun' }, [
  ['75 est la référence d’une entrante de rang 1', [{ ...A, rang: '', contrat: 75 }], RANG_INCONNU],
  [
    '49 est sous la moindre référence',
    [{ ...A, rang: '', contrat: 49 }],
    [
      'REDUCTION_EXCESSIVE, bloquant, L302-8-VII (texte)',
      'A, Objectif du contrat : 49 pour 165',
      'L’objectif de 49 logements est inférieur à la référence (165) sans contrat qui l’abaisse : le porter à 165 au moins.',
    ],
  ],
]);

const SOUS_165 =
  'La référence écrite, 80, est inférieure à l’objectif légal de 165 logements et n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.';
eprouverConstats('L. 302-8, VII : une référence sous 165, 33 % de 500', { contrat: 'cims' }, [
  [
    'de droit commun',
    [{ ...A, reference: 80, contrat: 80 }],
    ['REFERENCE_INCOHERENTE, bloquant, L302-8-VII (texte)', 'A, Objectif de référence : 80 pour 165', SOUS_165],
  ],
  [
    'sans rang : au rang 1 la loi en demande 75, et 80 serait licite',
    [{ ...A, rang: '', reference: 80, contrat: 80 }],
    [
      'REFERENCE_INCOHERENTE, alerte, empêche de conclure, L302-8-VII (texte)',
      'A, Objectif de référence : 80 pour 165',
      SOUS_165,
      ...QUESTION_DU_RANG,
    ],
  ],
  [
    'sans rang, sous 10 % de 500 : elle n’est licite à aucun',
    [{ ...A, rang: '', reference: 49, contrat: 49 }],
    [
      'REFERENCE_INCOHERENTE, bloquant, L302-8-VII (texte)',
      'A, Objectif de référence : 49 pour 165',
      SOUS_165.replace('80', '49'),
    ],
  ],
  [
    'sans rang, mais un taux de droit commun',
    [{ manquants: 500, rang: '', rattrapage: 33, reference: 80, contrat: 80 }],
    ['REFERENCE_INCOHERENTE, bloquant, L302-8-VII (texte)', 'A, Objectif de référence : 80 pour 165', SOUS_165],
  ],
]);

const TAUX_42 = [
  'RATTRAPAGE_INCOHERENT, alerte, L302-8-VII (texte)',
  'A, Taux de rattrapage : 42 pour rien',
  'Le taux de rattrapage écrit, 42 %, n’est aucun de ceux de la loi (aucun palier).',
];
const SOUS_TOUT_PALIER =
  'La référence écrite, 80, est inférieure au moindre objectif légal, de 165 logements, et n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.';
eprouverConstats('L. 302-8, VII : le palier inconnu, une référence sous le plus faible', { contrat: 'cims' }, [
  [
    '80 n’est licite à aucun palier',
    [{ manquants: 500, rang: 3, rattrapage: 42, reference: 80, contrat: 80 }],
    ['REFERENCE_INCOHERENTE, bloquant, L302-8-VII (texte)', 'A, Objectif de référence : 80 pour 165', SOUS_TOUT_PALIER],
    TAUX_42,
  ],
  [
    'sans rang, elle le serait à une entrante',
    [{ manquants: 500, rang: '', rattrapage: 42, reference: 80, contrat: 80 }],
    [
      'REFERENCE_INCOHERENTE, alerte, empêche de conclure, L302-8-VII (texte)',
      'A, Objectif de référence : 80 pour 165',
      SOUS_TOUT_PALIER,
      ...QUESTION_DU_RANG,
    ],
    TAUX_42,
  ],
  ['165 l’est au plus faible', [{ manquants: 500, rang: 3, rattrapage: 42, reference: 165, contrat: 165 }], TAUX_42],
  ['163, arrondi de 163,35', [{ manquants: 495, rang: 3, rattrapage: 42, reference: 163, contrat: 163 }], TAUX_42],
  [
    'ni palier ni plaquette',
    avec({ manquants: 500, rang: 3, rattrapage: 42, reference: 165, contrat: 83 }, 247),
    TAUX_42,
  ],
  ['sans manquants, ni plaquette', avec({ taux: 15, cible: 20, rang: 3, reference: 165, contrat: 83 }, 247)],
  ['sans manquants, elle ne se compare pas', [{ rang: 3, reference: 80, contrat: 80 }]],
]);
