import { PUBLIE } from './grand-poitiers-donnees';
import type { Partie } from './lisez-moi';

/** Ce que dit la feuille « Lisez-moi » du classeur qui se passe du complément. */
export const LISEZ_MOI: readonly Partie[] = [
  {
    titre: 'À quoi sert ce classeur',
    lignes: [
      'Les contrôles d’un contrat de mixité sociale mutualisant, en formules ordinaires : il se calcule dans Excel comme dans LibreOffice, sans complément ni macro.',
      `Attention : il s’ouvre rempli d’une illustration, le contrat de Grand Poitiers. La préfecture de la Vienne n’en a publié que les communes, leurs taux, le taux cible de ${PUBLIE.cible} %, le total de ${PUBLIE.total} logements et la hausse de ${PUBLIE.hausse} % ; le reste est reconstitué et ne décrit pas ces communes.`,
      'Pour son propre tableau : effacer le contenu des cellules jaunes, y écrire une commune par ligne, trente au plus. Ne pas toucher aux cellules vertes.',
    ],
  },
  {
    titre: 'Remplir',
    lignes: [
      [
        'Résidences principales, logements sociaux',
        'Au 1er janvier de l’année qui précède la période : 2022 pour 2023-2025, 2025 pour 2026-2028.',
      ],
      [
        'Rang triennal',
        '0, 1 ou 2 pour une commune nouvellement soumise ; 3 pour les autres ; vide, le verdict reste indéterminé.',
      ],
      ['Notifié par l’État', 'L’objectif que le préfet a notifié ; vide, la référence est calculée.'],
      ['Accord de la commune', 'oui, si l’objectif dépasse la référence et que la commune l’accepte.'],
      ['Périodes consécutives', 'D’abaissement, celle du contrat comprise ; vide si l’objectif n’est pas abaissé.'],
    ],
  },
  {
    titre: 'Lire le verdict',
    lignes: [
      [
        'NON CONFORME',
        'Au moins un constat bloquant : une ligne, le total des objectifs sous celui des références, un PLH ou un avis manquant.',
      ],
      ['INDÉTERMINÉ', 'Rien ne bloque, mais une ligne est à compléter ou à corriger.'],
      ['CONFORME', 'Ni l’un ni l’autre. PLH, avis et périodes laissés vides restent à confirmer.'],
    ],
  },
  {
    titre: 'Ce que ce classeur ne vérifie pas',
    lignes: [
      'Que les communes sont d’un même EPCI et qu’aucune n’y manque ; les alertes (plaquette du ministère, PLAI et PLS, communes hors prélèvement, objectif notifié au-dessus de l’objectif légal) ; un contrat abaissant (IX) ; une commune dont on ne connaît que le taux publié. Le complément et la commande « npm run verifier -- classeur.xlsx » le font, et lisent ce classeur.',
    ],
  },
];
