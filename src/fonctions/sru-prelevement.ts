import { versNombre } from '../nombres';
import { prelevement } from '../regles';
import { accepter, lireDroit, lireSituation } from './arguments';
import { lireComptes } from './montants';
import { diffuser } from './valeurs';

/**
 * Prélèvement annuel sur les ressources d’une commune déficitaire (L. 302-7 du CCH) : 25 % du potentiel fiscal par habitant ×
 * manquants, au plus 5 % des dépenses, nul sous 4 000 €, moins dépenses déductibles et report. Au centime.
 * @customfunction SRU.PRELEVEMENT
 * @param potentiel_fiscal_habitant Potentiel fiscal par habitant, en euros, 100 000 au plus ; cellule ou plage.
 * @param residences_principales Résidences principales ; entier d’au moins 1.
 * @param logements_sociaux Logements locatifs sociaux ; entier.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param depenses_fonctionnement Dépenses réelles de fonctionnement de l’avant-dernier exercice, en euros.
 * @param [depenses_deductibles] Dépenses déductibles du même exercice, en euros (absentes : 0).
 * @param [report] Surplus de dépenses reporté des années précédentes, en euros (absent : 0).
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Euros, au centime ; #VALEUR! et sa raison si un argument manque, est négatif ou ne se lit pas. Ne tient pas compte d’une exonération (SRU.PRELEVEMENT.EXONERE) ni d’une majoration.
 * @example =SRU.PRELEVEMENT(1000;10000;1500;20;10000000) → 125000 (25 % × 1 000 € × 500)
 * @example =SRU.PRELEVEMENT(1000;10000;1500;20;2000000) → 100000 (5 % des dépenses)
 * @example =SRU.PRELEVEMENT(1000;10000;1984;20;10000000) → 4000 (4 000 € exactement)
 * @example =SRU.PRELEVEMENT(999,999;10000;1984;20;10000000) → 0 (3 999,996 €, moins de 4 000)
 * @example =SRU.PRELEVEMENT(1000;10000;1500;20;10000000;130000) → 0 (surplus de 5 000 € à reporter)
 */
export function sruPrelevement(
  potentiel_fiscal_habitant: unknown[][],
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  depenses_fonctionnement: unknown[][],
  depenses_deductibles?: unknown[][],
  report?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [
      potentiel_fiscal_habitant,
      residences_principales,
      logements_sociaux,
      taux_cible,
      depenses_fonctionnement,
      depenses_deductibles,
      report,
      periode,
    ],
    (potentiel, rp, lls, cible, depenses, deductibles, surplus, quand) => {
      const comptes = lireComptes(potentiel, depenses, deductibles, surplus);
      return versNombre(accepter(prelevement(lireSituation(rp, lls, cible, null), comptes, lireDroit(quand))).valeur);
    },
  );
}
