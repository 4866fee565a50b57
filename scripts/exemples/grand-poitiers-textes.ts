import { TAUX_DE_RATTRAPAGE } from '../droit-en-mots';
import { PUBLIE } from './grand-poitiers-donnees';
import type { Partie } from './lisez-moi';

/** Ce que dit la feuille « Lisez-moi » du classeur de Grand Poitiers. */
export const LISEZ_MOI: readonly Partie[] = [
  {
    titre: 'Ce que montre ce classeur',
    lignes: [
      'Un tableau de mutualisation tel qu’un agent le tient, avec les fonctions du complément « Mutualisation SRU » : dix communes déficitaires se répartissent leurs objectifs de logements sociaux sans que le total baisse.',
      `Attention : c’est une illustration. La préfecture n’a publié que les communes, leurs taux, le taux cible de ${PUBLIE.cible} %, le total de ${PUBLIE.total} logements et la hausse de ${PUBLIE.hausse} %. Le reste est reconstitué pour retrouver ces totaux : rien de ce qui porte un * ne doit être cité comme la situation d’une commune.`,
      'Feuilles : « Mutualisation » (le tableau et son verdict), « Détail » (le calcul d’une commune, les constats), « Planchers » (jusqu’où l’objectif peut baisser).',
    ],
  },
  {
    titre: 'Origine de chaque colonne',
    lignes: [
      ['Code INSEE', 'Code officiel géographique (INSEE).'],
      [
        'Commune, Taux LLS publié, Taux cible',
        'Préfecture de la Vienne, à la signature du contrat : « Signature du contrat de mixité sociale (CMS) mutualisant : rééquilibrer l’offre de logement social en favorisant la mixité sociale et la solidarité territoriale ».',
      ],
      [
        'Résidences principales *, Logements sociaux *',
        'Reconstitués : choisis pour que leur rapport, arrondi, soit le taux publié.',
      ],
      ['Rang triennal *', 'Reconstitué : 3, droit commun ; 2, deuxième période d’une commune nouvellement soumise.'],
      ['Objectif du contrat *', `Reconstitué commune par commune ; seul le total de ${PUBLIE.total} est publié.`],
      [
        'Accord *, Périodes consécutives *, PLH *, Avis *',
        'Reconstitués : ce que la loi demande, supposé satisfait. Les périodes comptent celle du contrat.',
      ],
      [
        'Logements manquants *, Taux de rattrapage *, Objectif de référence *, Écart *, Plancher *',
        `Calculés par les formules à partir de la reconstitution. Total des références : 471 ; ${PUBLIE.total} le dépasse de ${PUBLIE.hausse} %.`,
      ],
    ],
  },
  {
    titre: 'Les fonctions de ce classeur',
    lignes: [
      ['SRU.MANQUANTS', 'Taux cible × résidences principales − logements sociaux, à l’entier supérieur.'],
      [
        'SRU.RATTRAPAGE',
        `Part des manquants à produire dans la période : ${TAUX_DE_RATTRAPAGE} selon l’écart au taux cible ; moins pour une commune entrante.`,
      ],
      ['SRU.OBJECTIF', 'Objectif de référence : taux de rattrapage × manquants, arrondi une seule fois, à la fin.'],
      ['SRU.TAUX', 'Logements sociaux / résidences principales ; l’écart au taux cible s’en déduit.'],
      [
        'CIMS.PLANCHER, CMS.PLANCHER',
        'L’objectif le plus bas qu’admet un contrat mutualisant (X), un contrat abaissant (IX).',
      ],
      ['CIMS.VALIDER, CIMS.CONSTATS', 'Le verdict du tableau, et tous ses constats avec leur article.'],
      ['SRU.EXPLIQUER', 'Le calcul d’une commune, étape par étape.'],
      'Une seule formule remplit une colonne : elle est dans la première cellule et se déverse vers le bas. Pour ajouter une commune, étendre les plages de ces formules (D9:D18 devient D9:D19) ; ne rien écrire sous la formule, sinon Excel affiche #PROPAGATION! (#EPARS! dans d’anciennes versions).',
    ],
  },
];
