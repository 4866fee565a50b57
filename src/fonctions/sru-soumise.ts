import { soumission } from '../regles';
import { accepter, lireDroit, lireEntier, lireReponse, lireTauxCible, lireTauxLls } from './arguments';
import { diffuser } from './valeurs';
import { enMots } from './verdicts';

/**
 * Dit si une commune est soumise à l’article 55 (L. 302-5 du CCH) : population, agglomération ou EPCI de plus de 50 000 habitants avec
 * une commune de plus de 15 000, taux inférieur au taux cible. Hors exemptions (SRU.EXEMPTION).
 * @customfunction SRU.SOUMISE
 * @param population Population municipale ; entier, cellule ou plage.
 * @param unite_urbaine_paris Dans l’unité urbaine de Paris (seuil de 1 500 habitants au lieu de 3 500) : oui ou non.
 * @param epci_plus_50000 Agglomération ou EPCI à fiscalité propre de plus de 50 000 habitants : oui ou non.
 * @param commune_plus_15000 Une commune de plus de 15 000 habitants y est comprise : oui ou non.
 * @param taux_lls Taux de logements sociaux : 14,6 ou 0,146 ou « 14,6 % » (0,94 est ambigu, refusé), pris comme arrondi à sa dernière décimale.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « SOUMISE : … », « NON SOUMISE : … » ou « INDÉTERMINÉ : … » avec tous les motifs ; #VALEUR! si un argument ne se lit pas.
 * @example =SRU.SOUMISE(3500;"non";"oui";"oui";14,6;20) → SOUMISE
 * @example =SRU.SOUMISE(1500;"oui";"oui";"oui";14,6;25) → SOUMISE (unité urbaine de Paris)
 * @example =SRU.SOUMISE(1499;"oui";"oui";"oui";14,6;25) → NON SOUMISE
 * @example =SRU.SOUMISE(3499;"non";"oui";"oui";14,6;20) → NON SOUMISE (population)
 * @example =SRU.SOUMISE(16000;"non";"non";"non";14,6;20) → INDÉTERMINÉ (commune isolée, selon sa croissance)
 * @example =SRU.SOUMISE(16000;"non";"non";"non";21;25) → NON SOUMISE (commune isolée : taux cible de 20 %)
 * @example =SRU.SOUMISE(5000;"non";"oui";"oui";0,94;20) → #VALEUR! (94 ou 0,94 %)
 */
export function sruSoumise(
  population: unknown[][],
  unite_urbaine_paris: unknown[][],
  epci_plus_50000: unknown[][],
  commune_plus_15000: unknown[][],
  taux_lls: unknown[][],
  taux_cible: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [population, unite_urbaine_paris, epci_plus_50000, commune_plus_15000, taux_lls, taux_cible, periode],
    (habitants, paris, epci, centre, taux, cible, quand) => {
      const commune = {
        population: lireEntier('population', habitants),
        uniteUrbaineDeParis: lireReponse('unite_urbaine_paris', paris),
        grandeAgglomeration: lireReponse('epci_plus_50000', epci),
        communeCentre: lireReponse('commune_plus_15000', centre),
      };
      return enMots(accepter(soumission(commune, lireTauxLls(taux), lireTauxCible(cible), lireDroit(quand))), {
        oui: 'SOUMISE',
        non: 'NON SOUMISE',
      });
    },
  );
}
