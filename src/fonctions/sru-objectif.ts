import { arrondie, versNombre } from '../nombres';
import { objectifDeReference } from '../regles';
import { accepter, lireArrondi, lireDroit, lireSituation } from './arguments';
import { diffuser } from './valeurs';

/**
 * Objectif de référence de la période triennale : taux de rattrapage × logements manquants, arrondi à la fin seulement
 * (L. 302-8, VII et VIII du CCH). Une seule formule remplit toute une colonne.
 * @customfunction SRU.OBJECTIF
 * @param residences_principales Résidences principales ; entier d’au moins 1, cellule ou plage.
 * @param logements_sociaux Logements locatifs sociaux ; entier, cellule ou plage.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [rang] Rang triennal : 0 entrée en cours de période, 1 première période pleine, 2 deuxième, 3 et plus droit commun (défaut), 3 pour une commune nouvelle dont une fondatrice était déjà soumise.
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @param [arrondi] PROCHE (défaut ; 0,5 arrondi vers le haut), SUPERIEUR, INFERIEUR ou EXACT.
 * @returns Logements ; #VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales, #N/A pour une période sans règle.
 * @example =SRU.OBJECTIF(10000;1500;20) → 165 (33 % de 500)
 * @example =SRU.OBJECTIF(10000;1800;20) → 100 (50 % de 200)
 * @example =SRU.OBJECTIF(10000;2000;20) → 0 (taux atteint)
 * @example =SRU.OBJECTIF(10000;1500;20;1) → 75 (commune entrante : 15 % de 500)
 */
export function sruObjectif(
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  rang?: unknown[][],
  periode?: unknown[][],
  arrondi?: unknown[][],
): unknown[][] {
  return diffuser(
    [residences_principales, logements_sociaux, taux_cible, rang, periode, arrondi],
    (rp, lls, cible, r, p, mode) => {
      const objectif = accepter(objectifDeReference(lireSituation(rp, lls, cible, r), lireDroit(p)));
      return versNombre(arrondie(objectif.valeur, lireArrondi(mode, 'PROCHE')));
    },
  );
}
