import { arrondirCalcul, objectifDeReference } from '../regles';
import { accepter, lireDroit, lireSituation } from './arguments';
import { traceEnLignes } from './traces';
import { valeurSeule } from './valeurs';

/**
 * Le calcul de l’objectif de référence d’une commune, étape par étape, chacune avec sa valeur, sa formule et son article
 * (L. 302-8 du CCH), jusqu’à l’arrondi au plus proche que SRU.OBJECTIF applique par défaut. Se déverse sur plusieurs lignes.
 * @customfunction SRU.EXPLIQUER
 * @param residences_principales Résidences principales ; entier d’au moins 1, une seule cellule.
 * @param logements_sociaux Logements locatifs sociaux ; entier, une seule cellule.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [rang] Rang triennal : 0, 1, 2, ou 3 et plus (défaut : droit commun) ; 3 pour une commune nouvelle dont une fondatrice était déjà soumise.
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Cinq colonnes avec leur en-tête : étape, valeur, unité, formule, article ; #VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales.
 * @example =SRU.EXPLIQUER(10000;1500;20) → période, taux, manquants 500, écart 5, rattrapage 33 %, objectif 165, arrondi 165
 */
export function sruExpliquer(
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  rang?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  const s = lireSituation(
    valeurSeule('residences_principales', residences_principales),
    valeurSeule('logements_sociaux', logements_sociaux),
    valeurSeule('taux_cible', taux_cible),
    valeurSeule('rang', rang),
  );
  const objectif = accepter(objectifDeReference(s, lireDroit(valeurSeule('periode', periode))));
  return traceEnLignes(arrondirCalcul(objectif, 'PROCHE'));
}
