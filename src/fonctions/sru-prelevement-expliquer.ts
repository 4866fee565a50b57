import { prelevement } from '../regles';
import { accepter, lireDroit, lireSituation } from './arguments';
import { lireComptes } from './montants';
import { traceEnLignes } from './traces';
import { valeurSeule } from './valeurs';

/**
 * Le calcul du prélèvement, étape par étape, avec l’article de chacune (L. 302-7 du CCH) : manquants, brut, plafond, seuil, arrondi, net et
 * surplus à reporter. Se déverse sur plusieurs lignes.
 * @customfunction SRU.PRELEVEMENT.EXPLIQUER
 * @param potentiel_fiscal_habitant Potentiel fiscal par habitant, en euros, 100 000 au plus ; une seule cellule.
 * @param residences_principales Résidences principales ; entier d’au moins 1, une seule cellule.
 * @param logements_sociaux Logements locatifs sociaux ; entier, une seule cellule.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param depenses_fonctionnement Dépenses réelles de fonctionnement de l’avant-dernier exercice, en euros.
 * @param [depenses_deductibles] Dépenses déductibles du même exercice, en euros (absentes : 0).
 * @param [report] Surplus de dépenses reporté des années précédentes, en euros (absent : 0).
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Cinq colonnes avec leur en-tête : étape, valeur, unité, formule, article ; #VALEUR! si un argument manque, est négatif ou ne se lit pas.
 * @example =SRU.PRELEVEMENT.EXPLIQUER(1000;10000;1500;20;10000000) → … brut 125 000 €, plafond 500 000 €, net 125 000 €
 */
export function sruPrelevementExpliquer(
  potentiel_fiscal_habitant: unknown[][],
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  depenses_fonctionnement: unknown[][],
  depenses_deductibles?: unknown[][],
  report?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  const s = lireSituation(
    valeurSeule('residences_principales', residences_principales),
    valeurSeule('logements_sociaux', logements_sociaux),
    valeurSeule('taux_cible', taux_cible),
    null,
  );
  const comptes = lireComptes(
    valeurSeule('potentiel_fiscal_habitant', potentiel_fiscal_habitant),
    valeurSeule('depenses_fonctionnement', depenses_fonctionnement),
    valeurSeule('depenses_deductibles', depenses_deductibles),
    valeurSeule('report', report),
  );
  return traceEnLignes(accepter(prelevement(s, comptes, lireDroit(valeurSeule('periode', periode)))));
}
