import { A, accordDe, avec, eprouverConstats } from '../../outils/communes';

const QUESTION_DU_RANG = [
  'Quel est le rang triennal de A ?',
  'Droit commun (3 et plus) : rang a 3',
  'Entrante, rang 2 : rang a 2',
  'Entrante, rang 1 : rang a 1',
  'Entrante, rang 0 : rang a 0',
];
const rangInconnu = (pourquoi: string) => [
  'RANG_INCONNU, alerte, empêche de conclure, L302-8-VIII (interprétation)',
  'A, Rang triennal',
  `Le rang triennal de la commune ${pourquoi} : une commune entrante a un objectif moindre, qui ne s’abaisse pas.`,
  ...QUESTION_DU_RANG,
];
eprouverConstats('L. 302-8, X : la moitié de la référence', { contrat: 'cims' }, [
  [
    '163,35 de référence, 81,675 au moins',
    avec({ ...A, lls: 1505, contrat: 81 }, 248),
    [
      'REDUCTION_EXCESSIVE, bloquant, L302-8-X (texte)',
      'A, Objectif du contrat : 81 pour 82',
      'L’objectif de 81 logements est inférieur à la moitié de la référence (163,35 / 2 = 81,68) : le porter à 82 au moins.',
    ],
  ],
  [
    'entre la loi (81,675) et la plaquette : 17 % de 495 font 84,15',
    avec({ ...A, lls: 1505, contrat: 84 }, 246),
    [
      'SOUS_PLANCHER_PLAQUETTE, alerte, plaquette (source secondaire)',
      'A, Objectif du contrat : 84 pour 85',
      'L’objectif de 84 logements respecte la loi (la moitié de la référence) mais reste sous les 17 % des manquants de la plaquette du ministère (84,15) : la préfecture ou la commission pourra demander une justification.',
    ],
  ],
  [
    '162,69 de référence, 81,345 au moins : 82, et non 81',
    avec({ ...A, lls: 1507, contrat: 81 }, 247),
    [
      'REDUCTION_EXCESSIVE, bloquant, L302-8-X (texte)',
      'A, Objectif du contrat : 81 pour 82',
      'L’objectif de 81 logements est inférieur à la moitié de la référence (162,69 / 2 = 81,35) : le porter à 82 au moins.',
    ],
  ],
  [
    'sous la plaquette : 17 % de 501 font 85,17, donc 86',
    avec({ ...A, lls: 1499, contrat: 85 }, 246),
    [
      'SOUS_PLANCHER_PLAQUETTE, alerte, plaquette (source secondaire)',
      'A, Objectif du contrat : 85 pour 86',
      'L’objectif de 85 logements respecte la loi (la moitié de la référence) mais reste sous les 17 % des manquants de la plaquette du ministère (85,17) : la préfecture ou la commission pourra demander une justification.',
    ],
  ],
  [
    'à 3 points, pas de plaquette, même sous 17 % de 300 : seule la référence de 90 est en cause',
    avec({ ...A, lls: 1700, reference: 90, contrat: 50 }, 205),
    [
      'REFERENCE_INCOHERENTE, bloquant, L302-8-VII (texte)',
      'A, Objectif de référence : 90 pour 150',
      'La référence écrite, 90, est inférieure à l’objectif légal de 150 logements et n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.',
    ],
  ],
  [
    'une référence écrite de zéro, quand 500 logements manquent',
    [{ ...A, reference: 0, contrat: 10, accord: 'oui' }],
    [
      'REFERENCE_INCOHERENTE, bloquant, L302-8-VII (texte)',
      'A, Objectif de référence : 0 pour 165',
      'La référence écrite, 0, est inférieure à l’objectif légal de 165 logements et n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.',
    ],
  ],
  ['17 % des manquants exactement', avec({ ...A, contrat: 85 }, 245)],
  ['la plaquette ne dit 17 % qu’à plus de 4 points', avec({ ...A, lls: 1700, contrat: 75 }, 240)],
  [
    'ni manquants ni taux : la référence écrite est à elle seule le plancher',
    avec({ rang: 3, reference: 165, contrat: 83 }, 247),
  ],
]);

eprouverConstats('L. 302-8, X : accord et total', { contrat: 'cims' }, [
  [
    'refusé',
    [{ ...A, lls: 1505, contrat: 165, accord: 'non' }],
    [
      'ACCORD_MANQUANT, bloquant, L302-8-X (texte)',
      'A, Accord de la commune : 165 pour 164',
      'L’objectif de 165 logements dépasse la référence (163,35) : l’accord de la commune est nécessaire et il manque.',
    ],
  ],
  [
    'illisible',
    [{ ...A, contrat: 166, accord: 'voir M. Dupont' }],
    [
      'ACCORD_MANQUANT, alerte, empêche de conclure, L302-8-X (texte)',
      'A, Accord de la commune : 166 pour 165',
      'L’objectif de 166 logements dépasse la référence (165) : l’accord de la commune est nécessaire et « voir M. Dupont » ne dit pas s’il est donné.',
      ...accordDe('A'),
    ],
  ],
  [
    'sans colonne d’accords',
    [{ ...A, contrat: 166 }],
    [
      'ACCORD_MANQUANT, alerte, empêche de conclure, L302-8-X (texte)',
      'A, Commune : 166 pour 165',
      'L’objectif de 166 logements dépasse la référence (165) : l’accord de la commune est nécessaire et le tableau ne dit pas s’il est donné.',
      ...accordDe('A'),
    ],
  ],
  [
    '163,35 et 165 font 328,35 : 328 ne suffisent pas',
    avec({ ...A, lls: 1505, contrat: 85 }, 243),
    [
      'TOTAL_INSUFFISANT, bloquant, L302-8-X (texte)',
      'le tableau : 328 pour 328.35',
      'Le total des objectifs, 328, est inférieur au total des références, 328,35 : il manque 1 logement.',
    ],
  ],
  [
    'une troisième période',
    avec({ ...A, contrat: 85, periodes: 3 }, 245),
    [
      'DUREE_DEPASSEE, bloquant, L302-8-X (texte)',
      'A, Périodes consécutives d’abaissement : 3 pour 2',
      '3 périodes consécutives d’abaissement : 2 au plus.',
    ],
  ],
  ['une durée inconnue n’est pas une faute', avec({ ...A, contrat: 85, periodes: '' }, 245)],
]);

eprouverConstats('L. 302-8, I : 493,2 logements manquent', { contrat: 'cims' }, [
  ['494, à l’entier supérieur', [{ ...A, rp: 10_001, lls: 1507, contrat: 494, accord: 'oui' }]],
  [
    '495',
    [{ ...A, rp: 10_001, lls: 1507, contrat: 495, accord: 'oui' }],
    [
      'OBJECTIF_SUPERIEUR_AUX_MANQUANTS, alerte, L302-8-I (interprétation)',
      'A, Objectif du contrat : 495 pour 493.2',
      'L’objectif de 495 logements dépasse les 493,2 logements manquants.',
    ],
  ],
]);

eprouverConstats('L. 302-8, X : qui entre dans le contrat', { contrat: 'cims' }, [
  [
    'hors prélèvement',
    [{ ...A, contrat: 165, prelevement: 'non' }],
    [
      'HORS_PRELEVEMENT, alerte, L302-8-X (interprétation)',
      'A, Soumise au prélèvement',
      'Commune non soumise au prélèvement : la lettre du X vise les communes soumises au prélèvement, la plaquette toutes les communes déficitaires.',
    ],
  ],
  ['soumise', [{ ...A, contrat: 165, prelevement: 'oui' }]],
  ['le prélèvement non dit', [{ ...A, contrat: 165, prelevement: '' }]],
  [
    'à la cible, elle ne porte rien',
    [{ ...A, lls: 2000, contrat: 10 }],
    [
      'NON_DEFICITAIRE, bloquant, L302-8-VII (texte)',
      'A, Objectif du contrat : 10 pour 0',
      'Le taux cible est atteint : la commune n’est pas déficitaire et ne peut pas porter 10 logements pour les autres.',
    ],
  ],
  [
    'à la cible, sans objectif',
    avec({ ...A, lls: 2000, contrat: '' }, 165),
    [
      'NON_DEFICITAIRE, information, L302-8-VII (texte)',
      'A, Objectif du contrat : rien pour 0',
      'Le taux cible est atteint : la commune n’est pas déficitaire, son objectif est de 0.',
    ],
  ],
  [
    'une référence nulle sans parc : elle n’est peut-être pas déficitaire',
    [{ rang: 3, reference: 0, contrat: 10, accord: 'oui' }],
    [
      'NON_DEFICITAIRE, alerte, empêche de conclure, L302-8-VII (texte)',
      'A, Objectif du contrat : 10 pour rien',
      'Le taux cible est atteint : la commune n’est pas déficitaire et ne peut pas porter 10 logements pour les autres.',
    ],
  ],
  ['la même, qui ne porte rien', [{ rang: 3, reference: 0, contrat: 0, accord: 'oui' }]],
]);

eprouverConstats('L. 302-8, VIII : les entrantes', { contrat: 'cims' }, [
  ['rang 1 : 15 % de 495 font 74,25', avec({ ...A, lls: 1505, rang: 1, contrat: 74 }, 167)],
  [
    'sous sa référence',
    avec({ ...A, lls: 1505, rang: 1, contrat: 73 }, 167),
    [
      'ENTRANTE_ABAISSEE, bloquant, L302-8-VIII (texte)',
      'A, Objectif du contrat : 73 pour 75',
      'Commune entrante (rang 1) : son objectif de 73 logements est inférieur à sa référence (74,25), alors qu’il ne peut pas être abaissé avant la troisième période triennale.',
    ],
  ],
  [
    'rang non écrit, 10 % de 500 : la moindre référence',
    avec({ ...A, rang: '', contrat: 50 }, 400),
    rangInconnu('n’est pas écrit'),
  ],
  [
    'rang illisible',
    avec({ ...A, rang: 'à voir', contrat: 140 }, 190),
    [
      'VALEUR_INVALIDE, alerte, empêche de conclure, outil (interprétation)',
      'A, Rang triennal',
      '« à voir » ne convient pas pour le rang triennal : attendu un rang triennal (0, 1, 2, ou 3 et plus) ou une année d’entrée.',
    ],
    rangInconnu('ne se lit pas (« à voir »)'),
  ],
  ['rang non communiqué', avec({ ...A, rang: 'nc', contrat: 140 }, 190), rangInconnu('ne se lit pas (« nc »)')],
]);
