import { versNombre } from '../nombres';
import { majorationPlai } from '../regles';
import { accepter, lireDroit, lireTaux } from './arguments';
import { lireMontant } from './montants';
import { diffuser, estAbsent } from './valeurs';

/**
 * Loyer maximal d’un logement en PLAI loué à un ménage du PLUS (interchangeabilité, D. 353-16 du CCH) : loyer maximal PLAI majoré de
 * 40 % au plus, sans dépasser le loyer maximal PLUS. Au centime inférieur.
 * @customfunction APL.MAJORATIONPLAI
 * @param loyer_maximal_plai Loyer maximal de la convention PLAI, en euros (ou en euros par m²) ; cellule ou plage.
 * @param [taux] Majoration de l’arrêté préfectoral : 30 ou 0,3 ou « 30 % » ; 40 % au plus (absente : 40 %).
 * @param [loyer_maximal_plus] Loyer maximal PLUS, dans la même unité.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Loyer maximal, dans la même unité ; #VALEUR! au-delà de 40 %, ou si un montant ne se lit pas.
 * @example =APL.MAJORATIONPLAI(300) → 420
 * @example =APL.MAJORATIONPLAI(300;20%) → 360
 * @example =APL.MAJORATIONPLAI(300;;400) → 400
 * @example =APL.MAJORATIONPLAI(300;41%) → #VALEUR!
 */
export function aplMajorationplai(
  loyer_maximal_plai: unknown[][],
  taux?: unknown[][],
  loyer_maximal_plus?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([loyer_maximal_plai, taux, loyer_maximal_plus, periode], (plai, t, plus, quand) => {
    const retenu = estAbsent(t) ? null : lireTaux('taux', t).valeur;
    const plafond = estAbsent(plus) ? null : lireMontant('loyer_maximal_plus', plus);
    const loyer = lireMontant('loyer_maximal_plai', plai);
    return versNombre(accepter(majorationPlai(loyer, retenu, plafond, lireDroit(quand))).valeur);
  });
}
