import { tauxDeRattrapage } from '../regles';
import { accepter, lireDroit, lireSituation } from './arguments';
import { diffuser } from './valeurs';

/**
 * Taux de rattrapage triennal (L. 302-8, VII et VIII du CCH) : 1 si l’écart au taux cible est inférieur à 2 points, 0,5 de 2 à
 * 4 points bornes comprises, 0,33 au-delà ; 0,1, 0,15 ou 0,25 pour une commune entrante ; 0 si le taux cible est atteint.
 * @customfunction SRU.RATTRAPAGE
 * @param residences_principales Résidences principales ; entier d’au moins 1, cellule ou plage.
 * @param logements_sociaux Logements locatifs sociaux ; entier, cellule ou plage.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [rang] Rang triennal : 0 entrée en cours de période, 1 première période pleine, 2 deuxième, 3 et plus droit commun (défaut), 3 pour une commune nouvelle dont une fondatrice était déjà soumise.
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Rapport : 0,33 pour 33 % ; #VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales, #N/A pour une période sans règle.
 * @example =SRU.RATTRAPAGE(10000;1801;20) → 1
 * @example =SRU.RATTRAPAGE(10000;1800;20) → 0,5 (écart de 2 points exactement)
 * @example =SRU.RATTRAPAGE(10000;1600;20) → 0,5 (écart de 4 points exactement : interprétation)
 * @example =SRU.RATTRAPAGE(10000;1599;20) → 0,33
 */
export function sruRattrapage(
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  rang?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [residences_principales, logements_sociaux, taux_cible, rang, periode],
    (rp, lls, cible, r, p) => accepter(tauxDeRattrapage(lireSituation(rp, lls, cible, r), lireDroit(p))).pourcent / 100,
  );
}
