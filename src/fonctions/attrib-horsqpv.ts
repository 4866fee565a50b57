import { flux, objectifDAttributions } from '../regles';
import { accepter, lireDroit, lireEntier } from './arguments';
import { diffuser } from './valeurs';
import { enMots } from './verdicts';

/**
 * Attributions hors des quartiers prioritaires (L. 441-1 du CCH) : au moins 25 % des baux signés dans l’année au premier quartile de
 * ressources, ou à des ménages relogés par le renouvellement urbain.
 * @customfunction ATTRIB.HORSQPV
 * @param baux_signes Attributions de l’année, hors QPV, suivies de baux signés ; entier, cellule ou plage.
 * @param premier_quartile Dont demandeurs du premier quartile ou relogés ; entier.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « ATTEINT : … » ou « NON ATTEINT : … » avec la part et ce qui manque ; #VALEUR! s’il y a plus de demandeurs que de baux.
 * @example =ATTRIB.HORSQPV(1000;250) → ATTEINT
 * @example =ATTRIB.HORSQPV(1000;249) → NON ATTEINT : il manque 1 attribution
 * @example =ATTRIB.HORSQPV(1000;1001) → #VALEUR! (plus de demandeurs que de baux)
 * @example =ATTRIB.HORSQPV(1000;177) → NON ATTEINT : 17,7 % (niveau national de la circulaire), il manque 73 attributions
 */
export function attribHorsqpv(
  baux_signes: unknown[][],
  premier_quartile: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([baux_signes, premier_quartile, periode], (baux, publics, quand) => {
    const f = flux(lireEntier('baux_signes', baux), lireEntier('premier_quartile', publics), 'premier_quartile');
    return enMots(accepter(objectifDAttributions(accepter(f), 'horsQpv', lireDroit(quand))), {
      oui: 'ATTEINT',
      non: 'NON ATTEINT',
    });
  });
}
