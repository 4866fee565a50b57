import { arrondie, versNombre } from '../nombres';
import { plancherCms } from '../regles';
import { accepter, lireArrondi, lireDroit, lireSituation } from './arguments';
import { diffuser } from './valeurs';

/**
 * Plancher d’un contrat de mixité sociale abaissant (L. 302-8, IX du CCH) : 25, 40 ou 80 % des logements manquants selon que
 * l’écart au taux cible dépasse 4 points, va de 2 à 4 points, ou est inférieur à 2 points. Règle en vigueur depuis la loi 3DS.
 * @customfunction CMS.PLANCHER
 * @param residences_principales Résidences principales ; entier d’au moins 1, cellule ou plage.
 * @param logements_sociaux Logements locatifs sociaux ; entier, cellule ou plage.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [rang] Rang triennal ; avant 3 (commune entrante), l’objectif ne s’abaisse pas : #N/A. 3 pour une commune nouvelle dont une fondatrice était déjà soumise.
 * @param [arrondi] SUPERIEUR (défaut : un minimum), PROCHE, INFERIEUR ou EXACT.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Logements ; #VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales.
 * @example =CMS.PLANCHER(10000;1500;20) → 125 (25 % de 500)
 * @example =CMS.PLANCHER(10000;1800;20) → 80 (40 % de 200)
 * @example =CMS.PLANCHER(10000;1500;20;2) → #N/A
 */
export function cmsPlancher(
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  rang?: unknown[][],
  arrondi?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [residences_principales, logements_sociaux, taux_cible, rang, arrondi, periode],
    (rp, lls, cible, r, mode, quand) => {
      const plancher = accepter(plancherCms(lireSituation(rp, lls, cible, r), lireDroit(quand)));
      return versNombre(arrondie(plancher.valeur, lireArrondi(mode, 'SUPERIEUR')));
    },
  );
}
