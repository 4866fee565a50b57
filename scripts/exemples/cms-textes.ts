import type { Partie } from './lisez-moi';

/** Ce que dit la feuille « Lisez-moi » de l'exemple des contrats abaissants. */
export const LISEZ_MOI: readonly Partie[] = [
  {
    titre: 'Ce que montre ce classeur',
    lignes: [
      'Illustration : chiffres fictifs. Les communes A, B, C et D n’existent pas.',
      'Quatre communes déficitaires ont chacune leur contrat de mixité sociale abaissant. Chaque contrat se juge seul : rien ne se compense de l’une à l’autre, à la différence d’un contrat mutualisant.',
      'Le contrôle reconnaît ces contrats à l’en-tête « Objectif CMS abaissant ». Sous un en-tête comme « Objectif CMS », il chercherait une mutualisation : l’écran « Contexte » du volet, ou l’option --contrat cms, le lui dit alors.',
    ],
  },
  {
    titre: 'Les quatre communes',
    lignes: [
      ['Commune A', '15 % de logements sociaux, écart de plus de 4 points : au moins 25 % des manquants.'],
      ['Commune B', '17 %, écart de 2 à 4 points : au moins 40 % des manquants.'],
      ['Commune C', '19,5 %, écart de moins de 2 points : au moins 80 % des manquants. Troisième et dernière période.'],
      [
        'Commune D',
        'Quatrième période : la loi en admet trois, mais le préfet peut y déroger, sur demande motivée, pour une commune de moins de 5 000 habitants. Le contrôle alerte sans bloquer.',
      ],
    ],
  },
  {
    titre: 'Les fonctions de ce classeur',
    lignes: [
      ['CMS.VALIDER', 'Le verdict du tableau de contrats abaissants.'],
      ['CMS.PLANCHER', 'L’objectif le plus bas qu’admet un contrat abaissant.'],
      ['CMS.DUREE', 'Les périodes consécutives d’abaissement, et la dérogation qu’elles demandent.'],
      [
        'SRU.MANQUANTS, SRU.RATTRAPAGE, SRU.OBJECTIF',
        'Les logements manquants, le taux de rattrapage, l’objectif de référence.',
      ],
    ],
  },
];
