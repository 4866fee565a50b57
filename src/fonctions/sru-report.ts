import { versNombre } from '../nombres';
import { OBLIGATION_ATTENDUE, reportDuSurplus } from '../regles';
import { accepter, lireDecimal, lireDroit, lireEntier } from './arguments';
import { diffuser } from './valeurs';

/**
 * Nombre d’années de report du surplus de dépenses déductibles (L. 302-7 du CCH) : deux ; davantage si les logements aidés,
 * rapportés au tiers de l’obligation triennale et arrondis à l’entier supérieur, dépassent trois.
 * @customfunction SRU.REPORT
 * @param logements_aides Logements sociaux réalisés à l’aide de ces dépenses ; entier, cellule ou plage.
 * @param obligation_triennale Objectif de la période triennale, en logements.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Nombre d’années de report du surplus ; #VALEUR! si l’obligation est nulle ou négative.
 * @example =SRU.REPORT(90;90) → 2 (90 / 30 = 3, qui ne dépasse pas 3)
 * @example =SRU.REPORT(91;90) → 4 (3,03 arrondi à 4)
 */
export function sruReport(
  logements_aides: unknown[][],
  obligation_triennale: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([logements_aides, obligation_triennale, periode], (aides, obligation, quand) => {
    const nombre = lireEntier('logements_aides', aides);
    const due = lireDecimal('obligation_triennale', obligation, OBLIGATION_ATTENDUE);
    return versNombre(accepter(reportDuSurplus(nombre, due, lireDroit(quand))).valeur);
  });
}
