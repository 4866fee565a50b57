import { arrondie, versNombre } from '../nombres';
import { plancherCims } from '../regles';
import { accepter, lireArrondi, lireDroit, lireSituation } from './arguments';
import { diffuser } from './valeurs';

/**
 * Plancher d’une commune dans un contrat de mixité sociale mutualisant, dit CIMS (L. 302-8, X du CCH) : la moitié de son objectif
 * de référence ; pour une commune entrante, sa référence même. Règle en vigueur depuis la loi 3DS.
 * @customfunction CIMS.PLANCHER
 * @param residences_principales Résidences principales ; entier d’au moins 1, cellule ou plage.
 * @param logements_sociaux Logements locatifs sociaux ; entier, cellule ou plage.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [rang] Rang triennal : 0, 1, 2, ou 3 et plus (défaut : droit commun) ; 3 pour une commune nouvelle dont une fondatrice était déjà soumise.
 * @param [arrondi] SUPERIEUR (défaut : un minimum), PROCHE, INFERIEUR ou EXACT.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Logements ; #VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales.
 * @example =CIMS.PLANCHER(10000;1500;20) → 83 (la moitié de 165, soit 82,5 ; la plaquette écrit 17 % : 85)
 * @example =CIMS.PLANCHER(10000;1900;20) → 50
 * @example =CIMS.PLANCHER(10000;1500;20;1) → 75 (entrante : sa référence)
 */
export function cimsPlancher(
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
      const plancher = accepter(plancherCims(lireSituation(rp, lls, cible, r), lireDroit(quand)));
      return versNombre(arrondie(plancher.valeur, lireArrondi(mode, 'SUPERIEUR')));
    },
  );
}
