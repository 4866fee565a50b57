import { ecrireCompte } from '../nombres';
import { derogationDeDuree, regleInconnue } from '../regles';
import { accepter, lireDroit, lireEntier, lireTaux } from './arguments';
import { diffuser, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Durée d’un abaissement par contrat de mixité sociale (L. 302-8, IX du CCH) : trois périodes triennales consécutives au plus,
 * sauf dérogation du préfet si la commune a moins de 5 000 habitants ou si 30 à 50 % de son territoire urbanisé est
 * inconstructible.
 * @customfunction CMS.DUREE
 * @param periodes_consecutives Périodes consécutives d’abaissement, celle du contrat comprise ; entier, cellule ou plage.
 * @param [population] Population municipale.
 * @param [inconstructibilite] Part inconstructible du territoire urbanisé : 35 ou 0,35 ou « 35 % ».
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « CONFORME », « DÉROGATION POSSIBLE : … », « NON CONFORME : … » ou « INDÉTERMINÉ : … », avec ce qui ouvre la dérogation ; #VALEUR! si un argument ne se lit pas.
 * @example =CMS.DUREE(3) → CONFORME
 * @example =CMS.DUREE(4;4999) → DÉROGATION POSSIBLE
 * @example =CMS.DUREE(4;5000;29) → NON CONFORME
 * @example =CMS.DUREE(4;5000;30) → DÉROGATION POSSIBLE (interprétation : bornes comprises)
 * @example =CMS.DUREE(4;5000;50) → DÉROGATION POSSIBLE (interprétation)
 * @example =CMS.DUREE(4;5000;50,01) → NON CONFORME
 * @example =CMS.DUREE(4) → INDÉTERMINÉ
 */
export function cmsDuree(
  periodes_consecutives: unknown[][],
  population?: unknown[][],
  inconstructibilite?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([periodes_consecutives, population, inconstructibilite, periode], (n, habitants, part, quand) => {
    const droit = lireDroit(quand);
    const { abaissement } = droit;
    if (!abaissement) return accepter(regleInconnue('Durée d’un abaissement', droit));
    const { reference, certitude, regle } = abaissement;
    const periodes = lireEntier('periodes_consecutives', n);
    const derogation = derogationDeDuree(
      estAbsent(habitants) ? null : lireEntier('population', habitants),
      estAbsent(part) ? null : lireTaux('inconstructibilite', part).valeur,
      abaissement,
    );
    if (periodes <= regle.periodesConsecutives) return 'CONFORME';
    const phrase = `${ecrireCompte(periodes, 'période')}, ${regle.periodesConsecutives} au plus sauf dérogation du préfet, sur demande motivée`;
    const { remplie, raisons } = derogation;
    return enMots(
      { remplie, raisons: [{ remplie, phrase, reference, certitude }, ...raisons] },
      { oui: 'DÉROGATION POSSIBLE', non: 'NON CONFORME' },
    );
  });
}
