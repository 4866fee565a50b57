import { A, accordDe, avec, eprouverConstats } from '../../outils/communes';

eprouverConstats('L. 302-8, IX : le contrat abaissant', { contrat: 'cms' }, [
  [
    '25 % de 499',
    [{ ...A, lls: 1501, contrat: 124, periodes: 1 }],
    [
      'SOUS_PLANCHER_CMS, bloquant, L302-8-IX (texte)',
      'A, Objectif du contrat : 124 pour 125',
      'L’objectif de 124 logements est sous le plancher de 25 % des 499 manquants (124,75) : le porter à 125 au moins.',
    ],
  ],
  [
    '25 % de 493 font 123,25 : 124, et non 123',
    [{ ...A, lls: 1507, contrat: 123, periodes: 1 }],
    [
      'SOUS_PLANCHER_CMS, bloquant, L302-8-IX (texte)',
      'A, Objectif du contrat : 123 pour 124',
      'L’objectif de 123 logements est sous le plancher de 25 % des 493 manquants (123,25) : le porter à 124 au moins.',
    ],
  ],
  [
    'sans palier, le plancher ne se connaît pas',
    [{ manquants: 500, rang: 3, rattrapage: 42, reference: 210, contrat: 125, periodes: 1 }],
    [
      'LIGNE_INCOMPLETE, alerte, empêche de conclure, outil (interprétation)',
      'A, Commune',
      'Il manque de quoi situer la commune dans un palier (résidences principales, logements sociaux et taux cible) : cette commune ne peut pas être entièrement contrôlée.',
    ],
    [
      'RATTRAPAGE_INCOHERENT, alerte, L302-8-VII (texte)',
      'A, Taux de rattrapage : 42 pour rien',
      'Le taux de rattrapage écrit, 42 %, n’est aucun de ceux de la loi (aucun palier).',
    ],
  ],
  [
    'une quatrième période, 5 000 habitants',
    [{ ...A, contrat: 125, periodes: 4, population: 5000, inconstructible: 51 }],
    [
      'DUREE_DEPASSEE, bloquant, L302-8-IX (texte)',
      'A, Périodes consécutives d’abaissement : 4 pour 3',
      '4 périodes consécutives d’abaissement : 3 au plus. Aucune dérogation : il faudrait moins de 5 000 habitants ou 30 à 50 % de territoire urbanisé inconstructible.',
    ],
  ],
  [
    'population inconnue',
    [{ ...A, contrat: 125, periodes: 4 }],
    [
      'DUREE_DEPASSEE, alerte, empêche de conclure, L302-8-IX (texte)',
      'A, Périodes consécutives d’abaissement : 4 pour 3',
      '4 périodes consécutives d’abaissement : 3 au plus. Une dérogation du préfet suppose moins de 5 000 habitants ou 30 à 50 % de territoire urbanisé inconstructible : à renseigner.',
    ],
  ],
  [
    '4 999 habitants',
    [{ ...A, contrat: 125, periodes: 4, population: 4999 }],
    [
      'DUREE_DEPASSEE, alerte, L302-8-IX (texte)',
      'A, Périodes consécutives d’abaissement : 4 pour 3',
      '4 périodes consécutives d’abaissement : 3 au plus. Une dérogation du préfet, sur demande motivée, est possible : la joindre.',
    ],
  ],
  ['trois périodes', [{ ...A, contrat: 125, periodes: 3 }]],
  ['durée inconnue', [{ ...A, contrat: 125, periodes: '' }]],
  [
    'une entrante, et une quatrième période',
    [{ ...A, rang: 2, contrat: 124, periodes: 4, population: 4999 }],
    [
      'ENTRANTE_ABAISSEE, bloquant, L302-8-VIII (texte)',
      'A, Objectif du contrat : 124 pour 125',
      'Commune entrante (rang 2) : son objectif de 124 logements est inférieur à sa référence (125), alors qu’il ne peut pas être abaissé avant la troisième période triennale.',
    ],
    [
      'DUREE_DEPASSEE, alerte, L302-8-IX (texte)',
      'A, Périodes consécutives d’abaissement : 4 pour 3',
      '4 périodes consécutives d’abaissement : 3 au plus. Une dérogation du préfet, sur demande motivée, est possible : la joindre.',
    ],
  ],
  [
    'relevé sans accord (VII)',
    [{ ...A, contrat: 166, accord: 'non' }],
    [
      'ACCORD_MANQUANT, bloquant, L302-8-VII (texte)',
      'A, Accord de la commune : 166 pour 165',
      'L’objectif de 166 logements dépasse la référence (165) : l’accord de la commune est nécessaire et il manque.',
    ],
  ],
  ['le prélèvement ne compte que pour mutualiser', [{ ...A, contrat: 165, prelevement: 'non' }]],
]);

eprouverConstats('sans contrat : l’objectif est la référence (VII)', { contrat: 'aucun' }, [
  [
    'sous 163,35',
    [{ ...A, lls: 1505, contrat: 162 }],
    [
      'REDUCTION_EXCESSIVE, bloquant, L302-8-VII (texte)',
      'A, Objectif du contrat : 162 pour 164',
      'L’objectif de 162 logements est inférieur à la référence (163,35) sans contrat qui l’abaisse : le porter à 164 au moins.',
    ],
  ],
  ['163 est l’arrondi inférieur de 163,35', [{ ...A, lls: 1505, contrat: 163 }]],
  [
    'relevé',
    [{ ...A, contrat: 166 }],
    [
      'ACCORD_MANQUANT, alerte, empêche de conclure, L302-8-VII (texte)',
      'A, Commune : 166 pour 165',
      'L’objectif de 166 logements dépasse la référence (165) : l’accord de la commune est nécessaire et le tableau ne dit pas s’il est donné.',
      ...accordDe('A'),
    ],
  ],
]);

eprouverConstats('L. 302-8, III : ce qui se construit', { contrat: 'cims' }, [
  [
    '30 % de 165 font 49,5',
    [{ ...A, contrat: 165, plai: 49, pls: 50 }],
    [
      'PART_PLAI_INSUFFISANTE, alerte, L302-8-III (texte)',
      'A, PLAI : 49 pour 50',
      '49 PLAI pour 165 logements : 50 au moins.',
    ],
    ['PART_PLS_EXCESSIVE, alerte, L302-8-III (texte)', 'A, PLS : 50 pour 49', '50 PLS : 49 au plus.'],
  ],
  ['50 et 49', [{ ...A, contrat: 165, plai: 50, pls: 49 }]],
]);

eprouverConstats('un objectif au-delà des manquants', { contrat: 'cims' }, [
  [
    '501 pour 500',
    [{ ...A, contrat: 501, accord: 'oui' }],
    [
      'OBJECTIF_SUPERIEUR_AUX_MANQUANTS, alerte, L302-8-I (interprétation)',
      'A, Objectif du contrat : 501 pour 500',
      'L’objectif de 501 logements dépasse les 500 logements manquants.',
    ],
  ],
  ['500', [{ ...A, contrat: 500, accord: 'oui' }]],
  ['0,8 manquant : 1 est son arrondi', [{ ...A, rp: 9999, lls: 1999, contrat: 1, accord: 'oui' }]],
  ['les manquants ne sont pas connus', [{ rang: 3, reference: 165, contrat: 900, accord: 'oui' }]],
]);

/** A et B, et la ligne de total que l'agent écrit. */
const TOTAL = { commune: 'Total', rp: 20_000, lls: 3000 };
eprouverConstats('le total affiché', { contrat: 'cims' }, [
  ['juste', [...avec({ ...A, contrat: 165 }, 165), { ...TOTAL, contrat: 330 }]],
  [
    'faux',
    [...avec({ ...A, contrat: 165 }, 165), { ...TOTAL, contrat: 331 }],
    [
      'TOTAL_AFFICHE_FAUX, alerte, outil (interprétation)',
      'total, Objectif du contrat : 331 pour 330',
      'Le total affiché pour l’objectif du contrat, 331, n’est pas la somme des communes, 330.',
    ],
  ],
  ['non écrit', [...avec({ ...A, contrat: 165 }, 165), { ...TOTAL, contrat: '' }]],
  [
    'une cellule vide compte zéro, dans la colonne du total et pas dans une autre',
    [...avec({ ...A, contrat: 165, reference: 165 }, 165), { ...TOTAL, contrat: 330, reference: 330 }],
    [
      'TOTAL_AFFICHE_FAUX, alerte, outil (interprétation)',
      'total, Objectif de référence : 330 pour 165',
      'Le total affiché pour l’objectif de référence, 330, n’est pas la somme des communes, 165.',
    ],
  ],
  [
    'une cellule illisible : la somme ne se connaît pas',
    [...avec({ ...A, lls: 'nc', contrat: 165 }, 165), { ...TOTAL, contrat: 330 }],
    [
      'LIGNE_INCOMPLETE, alerte, empêche de conclure, outil (interprétation)',
      'A, Logements sociaux',
      'Il manque les logements sociaux : cette commune ne peut pas être entièrement contrôlée.',
    ],
  ],
]);
