import { flux, substitution } from '../regles';
import { accepter, lireDroit, lireEntier, lireReponse, lireTaux } from './arguments';
import { diffuser, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Substitution du préfet au bailleur (L. 441-1 du CCH) : il attribue des logements hors QPV tant que le flux des douze derniers mois
 * reste sous l’objectif, ou que le bailleur ne transmet pas ses informations.
 * @customfunction ATTRIB.SUBSTITUTION
 * @param baux_signes Attributions hors QPV des douze derniers mois, suivies de baux signés ; entier, cellule ou plage.
 * @param premier_quartile Dont demandeurs du premier quartile ou relogés ; entier.
 * @param [objectif] Objectif assigné au bailleur : 30 ou 0,3 ou « 30 % » (absent : 25 %).
 * @param [informations_transmises] Informations semestrielles transmises au préfet : oui ou non.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « SUBSTITUTION : … » ou « SANS OBJET : … » avec la part et ce qui manque, à flux constant ; #VALEUR! s’il y a plus de demandeurs que de baux.
 * @example =ATTRIB.SUBSTITUTION(1000;200) → SUBSTITUTION : il manque 50 attributions
 * @example =ATTRIB.SUBSTITUTION(1000;250;;"non") → SUBSTITUTION : informations non transmises
 * @example =ATTRIB.SUBSTITUTION(1000;250) → SANS OBJET
 */
export function attribSubstitution(
  baux_signes: unknown[][],
  premier_quartile: unknown[][],
  objectif?: unknown[][],
  informations_transmises?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [baux_signes, premier_quartile, objectif, informations_transmises, periode],
    (baux, publics, o, infos, quand) => {
      const f = flux(lireEntier('baux_signes', baux), lireEntier('premier_quartile', publics), 'premier_quartile');
      const assigne = estAbsent(o) ? null : lireTaux('objectif', o).valeur;
      const transmises = lireReponse('informations_transmises', infos);
      return enMots(accepter(substitution(accepter(f), assigne, transmises, lireDroit(quand))), {
        oui: 'SUBSTITUTION',
        non: 'SANS OBJET',
      });
    },
  );
}
