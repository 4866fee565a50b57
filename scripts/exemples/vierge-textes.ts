import { CIBLES } from '../../src/droit';
import type { Partie } from './lisez-moi';

/** Où sont les deux taux cibles que la liste propose : les nombres mêmes, qu'Excel ne lise pas « 20 % » comme un texte. */
export const CIBLES_AU_CHOIX = `'Lisez-moi'!$A$5:$A$6`;

/** Ce que dit la feuille « Lisez-moi » du tableau vierge ; les taux cibles d'abord, à la place que dit `CIBLES_AU_CHOIX`. */
export const LISEZ_MOI: readonly Partie[] = [
  {
    titre: 'Le taux cible (L. 302-5) : la liste de la colonne « Taux cible » lit ces deux cellules',
    lignes: [
      'À reprendre de la notification de la préfecture.',
      [
        CIBLES[0] / 100,
        'Communes où la tension sur la demande de logement social est sous le seuil du décret de la période, et communes isolées en croissance.',
      ],
      [CIBLES[1] / 100, 'Les autres communes soumises.'],
    ],
  },
  {
    titre: 'Remplir le tableau',
    lignes: [
      [
        '1. Période, PLH, avis',
        'En haut de « Saisie » : la période, l’existence d’un programme local de l’habitat exécutoire, l’état de l’avis de la commission nationale SRU. Une cellule vide veut dire « à confirmer ».',
      ],
      [
        '2. Communes',
        'Une par ligne, toutes les communes déficitaires de l’intercommunalité, code INSEE et nom. Trente lignes ; pour davantage, insérer des lignes au milieu du tableau et recopier les formules.',
      ],
      [
        '3. Parc',
        'Résidences principales et logements sociaux au 1er janvier de l’année qui précède la période : 2022 pour 2023-2025, 2025 pour 2026-2028. Le taux publié est facultatif : il sert de recoupement.',
      ],
      [
        '4. Rang triennal',
        '0, 1 ou 2 pour une commune nouvellement soumise ; 3 pour les autres. Vide, le contrôle le demande dès qu’il décide.',
      ],
      [
        '5. Contrat',
        'L’objectif de chaque commune ; « oui » à l’accord si l’objectif dépasse la référence ; les périodes consécutives d’abaissement, celle du contrat comprise, si l’objectif est abaissé.',
      ],
      [
        '6. Verdict',
        'CONFORME, NON CONFORME (nombre de constats bloquants) ou INDÉTERMINÉ (nombre de manques). La feuille « Détail » donne chaque constat avec son article.',
      ],
    ],
  },
  {
    titre: 'Bon à savoir',
    lignes: [
      'Objectif notifié par le préfet différent de la référence calculée : écrire le nombre notifié à la place de la formule, dans la colonne « Objectif de référence » ; le contrôle compare les deux et le dit.',
      'Les formules vertes ne montrent rien tant que leur ligne est vide. Le tableau peut se trier et s’imprimer tel quel.',
      'Sans Excel : remplir le tableau dans un autre tableur, y effacer le contenu des colonnes vertes, et contrôler le fichier par « npm run verifier -- classeur.xlsx ».',
    ],
  },
];
