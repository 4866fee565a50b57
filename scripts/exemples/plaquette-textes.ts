import { droitDe } from '../../src/droit';
import type { Partie } from './lisez-moi';

/** Le palier des deux communes, dans la période dont parle la plaquette. */
export const [PALIER_DE_LA_PLAQUETTE] = droitDe({ debut: 2023 }).rattrapage!.regle;

/** Ce que dit la feuille « Lisez-moi » de l'exemple de la plaquette. */
export const LISEZ_MOI: readonly Partie[] = [
  {
    titre: 'Ce que montre ce classeur',
    lignes: [
      'L’exemple par lequel le ministère chargé du logement explique la mutualisation : la commune A produit 80 logements de moins que sa référence, la commune B 80 de plus, et le total de 264 ne change pas.',
      `Les communes A et B n’existent pas. Le contrôle conclut « conforme » et alerte : il ne connaît pas ces noms, et ne peut pas vérifier le palier de ${PALIER_DE_LA_PLAQUETTE!.taux} % sans résidences principales ni taux.`,
      'La feuille « Plancher » explique pourquoi la plaquette s’arrête à 85 quand la loi admet 83.',
    ],
  },
  {
    titre: 'Origine des nombres',
    lignes: [
      [
        'Manquants, taux, contrat',
        'Plaquette « Contrat de mixité sociale » du ministère, DGALN, février 2023 : « CMS mutualisé au sein d’un EPCI entre la commune A et la commune B ».',
      ],
      ['Objectif de référence', 'Calculé : taux de rattrapage × manquants ; la plaquette donne les mêmes, 165 et 99.'],
      [
        'Accord, PLH, avis',
        'Les trois conditions que la plaquette cite, supposées remplies. Périodes : la première de la commune A.',
      ],
      ['Feuille « Plancher »', 'Parc fictif, choisi pour 500 logements manquants.'],
    ],
  },
  {
    titre: 'Les fonctions de ce classeur',
    lignes: [
      ['CIMS.VALIDER, CIMS.CONSTATS', 'Le verdict du tableau, et tous ses constats avec leur article.'],
      ['SRU.MANQUANTS, SRU.OBJECTIF', 'Les logements manquants, l’objectif de référence.'],
      ['CIMS.PLANCHER', 'L’objectif le plus bas qu’admet un contrat mutualisant.'],
    ],
  },
];
