import { versNombre } from '../nombres';
import { prelevementMajore } from '../regles';
import { accepter, lireDroit, lireReponse } from './arguments';
import { lireMontant, lireRapport } from './montants';
import { diffuser } from './valeurs';

/**
 * Prélèvement majoré d’une commune carencée (L. 302-9-1 du CCH) : prélèvement × (1 + taux), au plus cinq fois le prélèvement et 5 %
 * des dépenses réelles de fonctionnement, ou 7,5 % si le potentiel fiscal est élevé. Trois ans au plus.
 * @customfunction SRU.PRELEVEMENT.MAJORE
 * @param prelevement Prélèvement avant majoration, en euros ; cellule ou plage.
 * @param taux Taux de majoration de l’arrêté : 0,81, « 81 % » ou 81 ; un nombre nu jusqu’à 4 est un rapport (2 pour 200 %).
 * @param depenses_fonctionnement Dépenses réelles de fonctionnement de l’avant-dernier exercice, en euros.
 * @param [potentiel_eleve] Potentiel fiscal par habitant d’au moins 150 % de la médiane : oui ou non (absent : non).
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Euros, au centime ; #VALEUR! et sa raison si le prélèvement dépasse déjà 5 % des dépenses.
 * @example =SRU.PRELEVEMENT.MAJORE(10000;0,81;1000000) → 18100
 * @example =SRU.PRELEVEMENT.MAJORE(10000;4;10000000) → 50000 (cinq fois, au plus)
 * @example =SRU.PRELEVEMENT.MAJORE(10000;"500 %";10000000) → 50000
 * @example =SRU.PRELEVEMENT.MAJORE(10000;0;199999) → #VALEUR! (déjà plus de 5 % des dépenses)
 * @example =SRU.PRELEVEMENT.MAJORE(10000;2;400000) → 20000 (5 % des dépenses)
 * @example =SRU.PRELEVEMENT.MAJORE(10000;2;400000;"oui") → 30000 (plafond de 7,5 %)
 */
export function sruPrelevementMajore(
  prelevement: unknown[][],
  taux: unknown[][],
  depenses_fonctionnement: unknown[][],
  potentiel_eleve?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [prelevement, taux, depenses_fonctionnement, potentiel_eleve, periode],
    (p, t, depenses, eleve, quand) => {
      const majore = prelevementMajore(
        lireMontant('prelevement', p),
        lireRapport('taux', t),
        lireMontant('depenses_fonctionnement', depenses),
        lireReponse('potentiel_eleve', eleve) ?? false,
        lireDroit(quand),
      );
      return versNombre(accepter(majore).valeur);
    },
  );
}
