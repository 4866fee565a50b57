import { ecrireCompte } from '../nombres';
import { DROIT_EN_VIGUEUR } from '../droit';
import { dureeAbaissement } from '../regles';
import { lireEntier, lireTaux } from './arguments';
import { diffuser, estAbsent } from './valeurs';

/**
 * Durée d’un abaissement par contrat de mixité sociale (L. 302-8, IX du CCH) : trois périodes triennales consécutives au plus,
 * sauf dérogation du préfet si la commune a moins de 5 000 habitants ou si 30 à 50 % de son territoire urbanisé est
 * inconstructible.
 * @customfunction CMS.DUREE
 * @param periodes_consecutives Périodes consécutives d’abaissement, celle du contrat comprise ; entier, cellule ou plage.
 * @param [population] Population municipale.
 * @param [inconstructibilite] Part inconstructible du territoire urbanisé : 35 ou 0,35 ou « 35 % ».
 * @returns « CONFORME », « DÉROGATION POSSIBLE : … », « NON CONFORME : … » ou « INDÉTERMINÉ : … ».
 * @example =CMS.DUREE(3) → CONFORME
 * @example =CMS.DUREE(4;4999) → DÉROGATION POSSIBLE
 * @example =CMS.DUREE(4;5000;29) → NON CONFORME
 * @example =CMS.DUREE(4) → INDÉTERMINÉ
 */
export function cmsDuree(
  periodes_consecutives: unknown[][],
  population?: unknown[][],
  inconstructibilite?: unknown[][],
): unknown[][] {
  const { periodesConsecutives: maximum } = DROIT_EN_VIGUEUR.abaissement!.regle;
  return diffuser([periodes_consecutives, population, inconstructibilite], (n, habitants, part) => {
    const periodes = lireEntier('periodes_consecutives', n);
    const verdict = dureeAbaissement(
      periodes,
      estAbsent(habitants) ? null : lireEntier('population', habitants),
      estAbsent(part) ? null : lireTaux('inconstructibilite', part).valeur,
      DROIT_EN_VIGUEUR,
    );
    const constat = `${ecrireCompte(periodes, 'période')}, ${maximum} au plus`;
    switch (verdict) {
      case 'admise':
        return 'CONFORME';
      case 'dérogation possible':
        return `DÉROGATION POSSIBLE : ${constat} ; le préfet peut déroger sur demande motivée`;
      case 'indéterminée':
        return `INDÉTERMINÉ : ${constat} ; préciser population et inconstructibilite, qui peuvent ouvrir une dérogation`;
      default:
        return `NON CONFORME : ${constat}, sans dérogation possible`;
    }
  });
}
