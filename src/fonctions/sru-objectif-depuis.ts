import { arrondie, versNombre } from '../nombres';
import { objectifDepuis } from '../regles';
import { accepter, lireArrondi, lireDecimal, lireDroit, lireRang, lireTauxCible, lireTauxLls } from './arguments';
import { diffuser } from './valeurs';

/**
 * Objectif de référence quand on ne connaît que les logements manquants et un taux publié. Le taux est pris comme arrondi à sa
 * dernière décimale écrite : 16 % peut être de 15,5 à 16,5 %, et si cet intervalle touche un seuil, la fonction rend #N/A.
 * @customfunction SRU.OBJECTIF.DEPUIS
 * @param manquants Logements manquants ; nombre positif ou nul, décimales admises, cellule ou plage.
 * @param taux_lls Taux de logements sociaux : 14,6 ou 0,146 ou « 14,6 % » ; un nombre jusqu’à 0,9 est un rapport, au-delà de 1 des pour cent, entre les deux ambigu, refusé.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [rang] Rang triennal : 0, 1, 2, ou 3 et plus (défaut : droit commun) ; 3 pour une commune nouvelle dont une fondatrice était déjà soumise.
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @param [arrondi] PROCHE (défaut ; 0,5 arrondi vers le haut), SUPERIEUR, INFERIEUR ou EXACT.
 * @returns Logements, ou #N/A avec son motif si l’arrondi du taux laisse le palier ouvert.
 * @example =SRU.OBJECTIF.DEPUIS(500;15;20) → 165
 * @example =SRU.OBJECTIF.DEPUIS(500;16;20) → #N/A (33 ou 50 %)
 * @example =SRU.OBJECTIF.DEPUIS(500;16,2;20) → 250
 * @example =SRU.OBJECTIF.DEPUIS(0;16;20) → #VALEUR! (taux non atteint, mais rien ne manque)
 */
export function sruObjectifDepuis(
  manquants: unknown[][],
  taux_lls: unknown[][],
  taux_cible: unknown[][],
  rang?: unknown[][],
  periode?: unknown[][],
  arrondi?: unknown[][],
): unknown[][] {
  return diffuser([manquants, taux_lls, taux_cible, rang, periode, arrondi], (m, taux, cible, r, p, mode) => {
    const intervalle = lireTauxLls(taux);
    const nombre = lireDecimal('manquants', m);
    const objectif = accepter(objectifDepuis(nombre, intervalle, lireTauxCible(cible), lireRang(r), lireDroit(p)));
    return versNombre(arrondie(objectif.valeur, lireArrondi(mode, 'PROCHE')));
  });
}
