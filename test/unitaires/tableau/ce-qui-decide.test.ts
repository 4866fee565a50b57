import type { Precisions } from '../../../src/tableau';
import { A, controleDe, type Valeurs } from '../../outils/communes';

/** Par article, ce qui bloque et ce qui empêche de conclure : des tableaux d'une à trois communes, calculés à la main à côté du texte. */
interface Attendu {
  readonly verdict: string;
  /** « CODE » bloque ; « CODE ? » empêche de conclure. */
  readonly parce: readonly string[];
}

function juger(lignes: readonly Valeurs[], contexte: Partial<Precisions>): Attendu {
  const { verdict, constats } = controleDe(lignes, contexte);
  const decisifs = constats.filter((c) => c.gravite === 'bloquant' || c.empecheDeConclure);
  return { verdict, parce: decisifs.map((c) => (c.empecheDeConclure ? `${c.code} ?` : c.code)).sort() };
}

type Cas = readonly [titre: string, lignes: readonly Valeurs[], verdict: string, ...parce: string[]];
const eprouver = (article: string, contexte: Partial<Precisions>, cas: readonly Cas[]): void => {
  describe(article, () => {
    test.each(cas.map(([titre, lignes, verdict, ...parce]) => ({ titre, lignes, verdict, parce })))(
      '$titre',
      ({ lignes, verdict, parce }) => {
        expect(juger(lignes, contexte)).toEqual({ verdict, parce });
      },
    );
  });
};

eprouver('L. 302-8, IX : le contrat abaissant', { contrat: 'cms' }, [
  ['plus de 4 points : 25 % de 500', [{ ...A, contrat: 125, periodes: 1 }], 'conforme'],
  ['un de moins', [{ ...A, contrat: 124, periodes: 1 }], 'non conforme', 'SOUS_PLANCHER_CMS'],
  ['les mêmes, écrits avec une décimale', [{ ...A, cible: '20,0', contrat: '125,0', periodes: '1,0' }], 'conforme'],
  ['2 à 4 points : 40 % de 300', [{ ...A, lls: 1700, contrat: 120, periodes: 1 }], 'conforme'],
  ['un de moins', [{ ...A, lls: 1700, contrat: 119, periodes: 1 }], 'non conforme', 'SOUS_PLANCHER_CMS'],
  ['moins de 2 points : 80 % de 100', [{ ...A, lls: 1900, contrat: 80, periodes: 1 }], 'conforme'],
  ['un de moins', [{ ...A, lls: 1900, contrat: 79, periodes: 1 }], 'non conforme', 'SOUS_PLANCHER_CMS'],
  [
    'le taux inconnu : le palier est celui que dit la référence notifiée',
    [{ manquants: 500, rang: 3, reference: 165, contrat: 125, periodes: 1, taux: 'nc', cible: 20 }],
    'conforme',
  ],
  [
    'le palier d’un taux publié à un arrondi près',
    [{ manquants: 400, rang: 3, taux: 16, cible: 20, reference: 132, contrat: 100, periodes: 1 }],
    'indetermine',
    'LIGNE_INCOMPLETE ?',
    'PALIER_INDETERMINE ?',
  ],
  [
    'sans taux, le palier que dit le taux de rattrapage écrit : 50 %, donc 40 % de 300',
    [{ manquants: 300, rang: 3, rattrapage: 50, contrat: 119, periodes: 1 }],
    'non conforme',
    'SOUS_PLANCHER_CMS',
  ],
  ['le même, au plancher', [{ manquants: 300, rang: 3, rattrapage: 50, contrat: 120, periodes: 1 }], 'conforme'],
  [
    'un taux de rattrapage qui n’est d’aucun palier n’en dit aucun',
    [{ manquants: 300, rang: 3, rattrapage: 42, reference: 150, contrat: 120, periodes: 1 }],
    'indetermine',
    'LIGNE_INCOMPLETE ?',
  ],
  [
    'sans taux ni rattrapage, le palier que dit la référence : 150 sur 300',
    [{ manquants: 300, rang: 3, reference: 150, contrat: 119, periodes: 1 }],
    'non conforme',
    'SOUS_PLANCHER_CMS',
  ],
  ['le même, au plancher', [{ manquants: 300, rang: 3, reference: 150, contrat: 120, periodes: 1 }], 'conforme'],
  [
    'de même, 100 % de 100 : 80',
    [{ manquants: 100, rang: 3, reference: 100, contrat: 79, periodes: 1 }],
    'non conforme',
    'SOUS_PLANCHER_CMS',
  ],
  ['trois périodes', [{ ...A, contrat: 125, periodes: 3 }], 'conforme'],
  [
    'une quatrième, 5 000 habitants',
    [{ ...A, contrat: 125, periodes: 4, population: 5000, inconstructible: 10 }],
    'non conforme',
    'DUREE_DEPASSEE',
  ],
  [
    'une quatrième, population inconnue',
    [{ ...A, contrat: 125, periodes: 4, inconstructible: 10 }],
    'indetermine',
    'DUREE_DEPASSEE ?',
  ],
  [
    'une quatrième, inconstructibilité inconnue',
    [{ ...A, contrat: 125, periodes: 4, population: 5000 }],
    'indetermine',
    'DUREE_DEPASSEE ?',
  ],
  ['une quatrième, 4 999 habitants', [{ ...A, contrat: 125, periodes: 4, population: 4999 }], 'conforme'],
  ['une quatrième, 30 % inconstructible', [{ ...A, contrat: 125, periodes: 4, inconstructible: 30 }], 'conforme'],
  [
    'une entrante ne s’abaisse pas (VIII)',
    [{ ...A, rang: 2, contrat: 124, periodes: 1 }],
    'non conforme',
    'ENTRANTE_ABAISSEE',
  ],
  ['une entrante à sa référence : 25 % de 500', [{ ...A, rang: 2, contrat: 125, periodes: 1 }], 'conforme'],
  [
    'le total ne se compare pas : chaque commune a son contrat',
    [
      { ...A, contrat: 125, periodes: 1 },
      { ...A, contrat: 165 },
    ],
    'conforme',
  ],
]);

eprouver('L. 302-8, X : la mutualisation', { contrat: 'cims' }, [
  [
    '83 et 247 pour 330',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 247, accord: 'oui' },
    ],
    'conforme',
  ],
  [
    'sous la moitié',
    [
      { ...A, contrat: 82, accord: 'oui' },
      { ...A, contrat: 248, accord: 'oui' },
    ],
    'non conforme',
    'REDUCTION_EXCESSIVE',
  ],
  [
    'un de moins au total',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 246, accord: 'oui' },
    ],
    'non conforme',
    'TOTAL_INSUFFISANT',
  ],
  [
    '96 pour 99 : 33 et 66, à coup sûr',
    [
      { commune: 'Xa', manquants: 100, rang: 3, reference: 33, contrat: 30, accord: 'oui' },
      { commune: 'Xb', manquants: 200, rang: 3, reference: 66, contrat: 66, accord: 'oui' },
    ],
    'non conforme',
    'TOTAL_INSUFFISANT',
  ],
  [
    'les mêmes, et une ligne qui fait leur somme sans le dire : si c’est une commune, elle compte',
    [
      { commune: 'Xa', manquants: 100, rang: 3, reference: 33, contrat: 30, accord: 'oui' },
      { commune: 'Xb', manquants: 200, rang: 3, reference: 66, contrat: 66, accord: 'oui' },
      { commune: 'Xc', manquants: 300, rang: 3, reference: 99, contrat: 96, accord: 'oui' },
    ],
    'indetermine',
    'NON_COMPRIS ?',
    'TOTAL_INSUFFISANT ?',
  ],
  [
    'relevée sans accord',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 247, accord: 'non' },
    ],
    'non conforme',
    'ACCORD_MANQUANT',
  ],
  [
    'accord vide dans une colonne d’accords',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 247, accord: '' },
    ],
    'non conforme',
    'ACCORD_MANQUANT',
  ],
  [
    'accord illisible',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 247, accord: 'voir M. Dupont' },
    ],
    'indetermine',
    'ACCORD_MANQUANT ?',
  ],
  [
    'sans colonne d’accords',
    [
      { ...A, contrat: 83 },
      { ...A, contrat: 247 },
    ],
    'indetermine',
    'ACCORD_MANQUANT ?',
  ],
  [
    'une commune à la cible, sans objectif : le total vaut sans elle',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 246, accord: 'oui' },
      { ...A, lls: 2000, contrat: '', accord: '' },
    ],
    'non conforme',
    'TOTAL_INSUFFISANT',
  ],
  [
    'une commune déficitaire sans objectif : le total ne se connaît pas',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 246, accord: 'oui' },
      { ...A, contrat: '', accord: '' },
    ],
    'indetermine',
    'LIGNE_INCOMPLETE ?',
  ],
  [
    'une commune à la cible ne porte rien pour les autres',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, lls: 2000, contrat: 82, accord: 'oui' },
    ],
    'non conforme',
    'NON_DEFICITAIRE',
  ],
  [
    'une entrante abaissée',
    [
      { ...A, rang: 1, contrat: 74, accord: 'oui' },
      { ...A, contrat: 166, accord: 'oui' },
    ],
    'non conforme',
    'ENTRANTE_ABAISSEE',
  ],
  [
    'deux périodes',
    [
      { ...A, contrat: 83, accord: 'oui', periodes: 2 },
      { ...A, contrat: 247, accord: 'oui' },
    ],
    'conforme',
  ],
  [
    'une troisième',
    [
      { ...A, contrat: 83, accord: 'oui', periodes: 3 },
      { ...A, contrat: 247, accord: 'oui' },
    ],
    'non conforme',
    'DUREE_DEPASSEE',
  ],
  [
    'au-delà des manquants, ce n’est qu’une alerte',
    [
      { ...A, contrat: 83, accord: 'oui' },
      { ...A, contrat: 501, accord: 'oui' },
    ],
    'conforme',
  ],
  ['hors prélèvement', [{ ...A, contrat: 165, prelevement: 'non' }], 'conforme'],
]);

eprouver('L. 302-8, VIII : le rang', { contrat: 'cims' }, [
  [
    'inconnu, il décide : 75 est la référence d’une entrante, ou un abaissement',
    [
      { rp: 10_000, lls: 1500, cible: 20, contrat: 140, accord: 'oui' },
      { ...A, contrat: 165, accord: 'oui' },
    ],
    'indetermine',
    'RANG_INCONNU ?',
    'TOTAL_INSUFFISANT ?',
  ],
  [
    'inconnu, il ne décide pas : 49 est sous la moindre référence (10 % de 500)',
    [
      { rp: 10_000, lls: 1500, cible: 20, contrat: 49, accord: 'oui' },
      { ...A, contrat: 400, accord: 'oui' },
    ],
    'non conforme',
    'REDUCTION_EXCESSIVE',
  ],
  [
    'inconnu, il décide : au-dessus de la moitié d’une référence de 50, sous 10 % de 300',
    [
      { rp: 10_000, lls: 1700, cible: 20, rang: '', reference: 50, contrat: 28, accord: 'oui' },
      { ...A, contrat: 187, accord: 'oui' },
    ],
    'indetermine',
    'RANG_INCONNU ?',
    'REFERENCE_INCOHERENTE ?',
  ],
  [
    'inconnu, le total manque même à la moindre référence',
    [
      { rp: 10_000, lls: 1500, cible: 20, contrat: 49, accord: 'oui' },
      { ...A, contrat: 83, accord: 'oui' },
    ],
    'non conforme',
    'REDUCTION_EXCESSIVE',
    'TOTAL_INSUFFISANT',
  ],
  [
    'illisible, et rien que la référence : 40 serait fautif au droit commun, on ne sait pas au-delà',
    [
      { rang: 'à voir', reference: 165, contrat: 40, accord: 'oui' },
      { ...A, contrat: 290, accord: 'oui' },
    ],
    'indetermine',
    'RANG_INCONNU ?',
    'VALEUR_INVALIDE ?',
  ],
  [
    'illisible',
    [
      { ...A, rang: 'à voir', contrat: 140, accord: 'oui' },
      { ...A, contrat: 190, accord: 'oui' },
    ],
    'indetermine',
    'RANG_INCONNU ?',
    'VALEUR_INVALIDE ?',
  ],
]);

eprouver('sans contrat : l’objectif est la référence', { contrat: 'aucun' }, [
  ['aucun objectif à comparer', [{ ...A }], 'rien a controler'],
  ['165', [{ ...A, contrat: 165 }], 'conforme'],
  ['164', [{ ...A, contrat: 164 }], 'non conforme', 'REDUCTION_EXCESSIVE'],
  ['166 : relevé, l’accord du maire se demande (VII)', [{ ...A, contrat: 166 }], 'indetermine', 'ACCORD_MANQUANT ?'],
]);

eprouver('ce qui manque à une ligne', { contrat: 'cims' }, [
  [
    'des logements sociaux au-delà des résidences',
    [{ ...A, lls: 10_001, contrat: 165, accord: 'oui' }],
    'indetermine',
    'VALEUR_INVALIDE ?',
  ],
  [
    'un taux qui atteint la cible quand des logements manquent',
    [{ manquants: 500, taux: 21, cible: 20, rang: 3, reference: 165, contrat: 165, accord: 'oui' }],
    'indetermine',
    'TAUX_INCOHERENT ?',
  ],
  ['l’objectif du contrat', [{ ...A, contrat: 'nc' }], 'indetermine', 'LIGNE_INCOMPLETE ?'],
]);
