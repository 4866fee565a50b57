import { versNombre } from '../nombres';
import { exonerationDuPrelevement } from '../regles';
import { accepter, lireDroit, lireReponse, lireTauxCible, lireTauxLls } from './arguments';
import { lireAnnees } from './montants';
import { diffuser, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Exonération du prélèvement (L. 302-7 du CCH) : commune bénéficiaire de la DSU ou de la 3e fraction de la DSR dont le taux excède 20 % (cible 25)
 * ou 15 % (cible 20), ou trois premières années d’une commune soumise depuis 2015.
 * @customfunction SRU.PRELEVEMENT.EXONERE
 * @param taux_lls Taux de logements sociaux : 14,6 ou 0,146 ou « 14,6 % » (0,94 est ambigu, refusé), pris comme arrondi à sa dernière décimale ; cellule ou plage.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param dsu Bénéficiaire de la dotation de solidarité urbaine : oui ou non.
 * @param dsr_cible Bénéficiaire de la troisième fraction de la dotation de solidarité rurale : oui ou non.
 * @param [annees_depuis_entree] Années écoulées depuis l’entrée d’une commune nouvellement soumise : 0 la première année, 100 au plus ; absent : commune soumise de longue date.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « EXONÉRÉE : … », « NON EXONÉRÉE : … » ou « INDÉTERMINÉ : … » avec les motifs ; #VALEUR! si un argument ne se lit pas.
 * @example =SRU.PRELEVEMENT.EXONERE(20,1;25;"oui";"non") → EXONÉRÉE
 * @example =SRU.PRELEVEMENT.EXONERE(20;25;"oui";"non") → INDÉTERMINÉ (de 19,5 à 20,5 %, qui doit excéder 20 %)
 * @example =SRU.PRELEVEMENT.EXONERE(8;25;"non";"non";2) → EXONÉRÉE (troisième année)
 */
export function sruPrelevementExonere(
  taux_lls: unknown[][],
  taux_cible: unknown[][],
  dsu: unknown[][],
  dsr_cible: unknown[][],
  annees_depuis_entree?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [taux_lls, taux_cible, dsu, dsr_cible, annees_depuis_entree, periode],
    (taux, cible, u, r, annees, quand) => {
      const beneficiaire = {
        dsu: lireReponse('dsu', u),
        dsrCible: lireReponse('dsr_cible', r),
        anneesDepuisEntree: estAbsent(annees) ? null : versNombre(lireAnnees('annees_depuis_entree', annees, true)),
      };
      const examen = exonerationDuPrelevement(lireTauxLls(taux), lireTauxCible(cible), beneficiaire, lireDroit(quand));
      return enMots(accepter(examen), { oui: 'EXONÉRÉE', non: 'NON EXONÉRÉE' });
    },
  );
}
