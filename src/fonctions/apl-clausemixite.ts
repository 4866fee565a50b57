import { clauseMixite } from '../regles';
import { accepter, lireDroit, lireEntier, lireReponse } from './arguments';
import { diffuserEnLignes, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Clause de mixité d’une opération en PLUS (D. 331-12 du CCH) : au moins 30 % des logements à des ménages dont les ressources
 * n’excèdent pas 60 % du plafond, au plus 10 % à ceux qui le dépassent de 20 % au plus. Arrondis de l’article. Rend trois colonnes.
 * @customfunction APL.CLAUSEMIXITE
 * @param logements Logements en PLUS de l’opération ; entier, cellule ou colonne.
 * @param [modestes] Logements attribués à des ménages dont les ressources n’excèdent pas 60 % du plafond PLUS ; entier.
 * @param [aises] Logements attribués à des ménages dont les ressources dépassent le plafond PLUS ; entier.
 * @param [sans_subvention] Prêt sans subvention du fonds national des aides à la pierre (la part de 10 % se négocie) : oui ou non.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Trois colonnes : minimum de ménages modestes, maximum de ménages aisés, verdict ; #VALEUR! s’il y a plus de ménages que de logements.
 * @example =APL.CLAUSEMIXITE(5) → 2 | 1 | INDÉTERMINÉ (sous 10 logements : au plus proche)
 * @example =APL.CLAUSEMIXITE(11;4;1) → 4 | 1 | CONFORME (à partir de 10 : minimum au supérieur, maximum à l’inférieur)
 * @example =APL.CLAUSEMIXITE(10;10;1) → #VALEUR! (plus de ménages que de logements)
 * @example =APL.CLAUSEMIXITE(1;0;0) → 0 | 0 | CONFORME (un seul logement : pas de minimum)
 */
export function aplClausemixite(
  logements: unknown[][],
  modestes?: unknown[][],
  aises?: unknown[][],
  sans_subvention?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuserEnLignes([logements, modestes, aises, sans_subvention, periode], 3, (l, m, a, sans, quand) => {
    const operation = {
      logements: lireEntier('logements', l),
      modestes: estAbsent(m) ? null : lireEntier('modestes', m),
      aises: estAbsent(a) ? null : lireEntier('aises', a),
      sansSubvention: lireReponse('sans_subvention', sans),
      qpv: null,
    };
    const clause = accepter(clauseMixite(operation, lireDroit(quand)));
    const verdict = enMots(clause.examen, { oui: 'CONFORME', non: 'NON CONFORME' });
    return [clause.minimumModestes, clause.maximumAises, verdict];
  });
}
