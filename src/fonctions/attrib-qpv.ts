import { flux, objectifDAttributions } from '../regles';
import { accepter, lireDroit, lireEntier } from './arguments';
import { diffuser } from './valeurs';
import { enMots } from './verdicts';

/**
 * Attributions dans les quartiers prioritaires (L. 441-1 du CCH) : au moins 50 % des baux signés dans l’année à des ménages des
 * deuxième, troisième et quatrième quartiles de ressources.
 * @customfunction ATTRIB.QPV
 * @param baux_signes Attributions de l’année, en QPV, suivies de baux signés ; entier, cellule ou plage.
 * @param autres_quartiles Dont ménages des deuxième, troisième et quatrième quartiles ; entier.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « ATTEINT : … » ou « NON ATTEINT : … » avec la part et ce qui manque ; #VALEUR! s’il y a plus de ménages que de baux.
 * @example =ATTRIB.QPV(1000;761) → ATTEINT : 76,1 % (niveau national de la circulaire)
 * @example =ATTRIB.QPV(1000;499) → NON ATTEINT : il manque 1 attribution
 */
export function attribQpv(baux_signes: unknown[][], autres_quartiles: unknown[][], periode?: unknown[][]): unknown[][] {
  return diffuser([baux_signes, autres_quartiles, periode], (baux, publics, quand) => {
    const f = flux(lireEntier('baux_signes', baux), lireEntier('autres_quartiles', publics), 'autres_quartiles');
    return enMots(accepter(objectifDAttributions(accepter(f), 'enQpv', lireDroit(quand))), {
      oui: 'ATTEINT',
      non: 'NON ATTEINT',
    });
  });
}
