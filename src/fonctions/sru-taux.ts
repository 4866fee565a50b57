import { versNombre } from '../nombres';
import { tauxLls } from '../regles';
import { lireParc } from './arguments';
import { diffuser } from './valeurs';

/**
 * Taux de logements sociaux d’une commune : logements sociaux / résidences principales (L. 302-5 du CCH). Rend un rapport :
 * 0,15 pour 15 %.
 * @customfunction SRU.TAUX
 * @param logements_sociaux Logements locatifs sociaux décomptés au 1er janvier de l’année qui précède la période ; entier, cellule ou plage.
 * @param residences_principales Résidences principales à la même date ; entier d’au moins 1, cellule ou plage.
 * @returns Rapport de 0 à 1, à mettre au format pourcentage ; #VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales.
 * @example =SRU.TAUX(1500;10000) → 0,15
 */
export function sruTaux(logements_sociaux: unknown[][], residences_principales: unknown[][]): unknown[][] {
  return diffuser([logements_sociaux, residences_principales], (lls, rp) =>
    versNombre(tauxLls(lireParc(rp, lls)).valeur),
  );
}
