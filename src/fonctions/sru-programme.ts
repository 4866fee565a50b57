import { arrondir } from '../nombres';
import { programme, SITUATIONS_DE_PROGRAMME, type SituationDeProgramme } from '../regles';
import { normaliser } from '../tableau';
import { accepter, lireDecimal, lireDroit, lireEntier, refuser } from './arguments';
import { diffuser, estAbsent } from './valeurs';

/**
 * Logements sociaux à prévoir dans une opération de plus de 12 logements collectifs ou de 800 m² de surface de plancher : 30 % hors
 * PLS si la commune est carencée, 25 % si elle est exemptée de droit (loi 3DS). Le préfet peut déroger.
 * @customfunction SRU.PROGRAMME
 * @param logements Logements de l’opération ; entier, cellule ou plage.
 * @param surface Surface de plancher, en m² ; peut être vide au-delà de 12 logements.
 * @param situation « carencée », « exemptée », « peu tendue » (exemptée, en territoire peu tendu), « défense » (logements d’agents de la défense) ou « aucune ».
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Logements sociaux, au moins ; à l’entier supérieur ; #VALEUR! si la situation est inconnue, ou si la surface manque alors qu’elle décide.
 * @example =SRU.PROGRAMME(13;500;"carencée") → 4 (30 % de 13)
 * @example =SRU.PROGRAMME(12;800;"carencée") → 0
 * @example =SRU.PROGRAMME(12;801;"exemptée") → 3 (25 % de 12)
 */
export function sruProgramme(
  logements: unknown[][],
  surface: unknown[][],
  situation: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([logements, surface, situation, periode], (l, m2, s, quand) => {
    const nombre = lireEntier('logements', l);
    const aire = estAbsent(m2) ? null : lireDecimal('surface', m2);
    return arrondir(
      accepter(programme(nombre, aire, lireSituationDeProgramme(s), lireDroit(quand))).valeur,
      'SUPERIEUR',
    );
  });
}

function lireSituationDeProgramme(valeur: unknown): SituationDeProgramme {
  const texte = typeof valeur === 'string' ? normaliser(valeur) : '';
  const lue = SITUATIONS_DE_PROGRAMME.find((s) => normaliser(s) === texte);
  return lue ?? refuser('situation', valeur, SITUATIONS_DE_PROGRAMME.map((s) => `« ${s} »`).join(', '));
}
