import { arrondie, versNombre } from '../nombres';
import { manquants } from '../regles';
import { lireArrondi, lireSituation } from './arguments';
import { diffuser } from './valeurs';

/**
 * Logements sociaux manquants pour atteindre le taux cible : taux cible × résidences principales − logements sociaux, jamais
 * négatif (L. 302-8, VII du CCH).
 * @customfunction SRU.MANQUANTS
 * @param residences_principales Résidences principales ; entier d’au moins 1, cellule ou plage.
 * @param logements_sociaux Logements locatifs sociaux ; entier, cellule ou plage.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [arrondi] SUPERIEUR (défaut : « pour atteindre le taux »), PROCHE, INFERIEUR ou EXACT.
 * @returns Logements ; #VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales.
 * @example =SRU.MANQUANTS(4082;800;20) → 17 (16,4 arrondi à l’entier supérieur)
 * @example =SRU.MANQUANTS(10000;2000;20) → 0 (taux atteint)
 */
export function sruManquants(
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  arrondi?: unknown[][],
): unknown[][] {
  return diffuser([residences_principales, logements_sociaux, taux_cible, arrondi], (rp, lls, cible, mode) =>
    versNombre(arrondie(manquants(lireSituation(rp, lls, cible, null)).valeur, lireArrondi(mode, 'SUPERIEUR'))),
  );
}
