import { conditionsDeTypologie, toutes } from '../regles';
import { accepter, lireDroit, lireEntier, lireReponse, lireTauxLls } from './arguments';
import { diffuser, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Parts de PLAI et de PLS des logements à produire (L. 302-8, III du CCH) : au moins 30 % de PLAI, au plus 30 % de PLS, et 20 %
 * si le taux de logements sociaux est inférieur à 10 % sans programme local de l’habitat.
 * @customfunction SRU.TYPOLOGIE
 * @param logements Logements à produire, objectif ou production ; entier, cellule ou plage.
 * @param plai Logements en PLAI ; entier.
 * @param pls Logements en PLS ; entier.
 * @param [taux_lls] Taux de logements sociaux de la commune : 14,6 ou 0,146 ou « 14,6 % » (0,94 est ambigu, refusé).
 * @param [plh] Commune couverte par un programme local de l’habitat : oui ou non.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « CONFORME : … », « NON CONFORME : … » ou « INDÉTERMINÉ : … » avec les nombres ; #VALEUR! si un argument ne se lit pas.
 * @example =SRU.TYPOLOGIE(100;30;30;12) → CONFORME : 30 PLAI, 30 au moins ; 30 PLS (taux de 12 %), 30 au plus
 * @example =SRU.TYPOLOGIE(100;29;30;12) → NON CONFORME : 29 PLAI, 30 au moins
 * @example =SRU.TYPOLOGIE(100;30;25;9,9;"non") → NON CONFORME : 25 PLS, 20 au plus
 */
export function sruTypologie(
  logements: unknown[][],
  plai: unknown[][],
  pls: unknown[][],
  taux_lls?: unknown[][],
  plh?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([logements, plai, pls, taux_lls, plh, periode], (l, a, s, taux, couverte, quand) => {
    const [plai, pls, total] = [lireEntier('plai', a), lireEntier('pls', s), lireEntier('logements', l)];
    const connu = estAbsent(taux) ? null : lireTauxLls(taux);
    const parts = conditionsDeTypologie(total, plai, pls, connu, lireReponse('plh', couverte), lireDroit(quand));
    return enMots(toutes(accepter(parts)), { oui: 'CONFORME', non: 'NON CONFORME' });
  });
}
