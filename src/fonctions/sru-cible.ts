import { versNombre } from '../nombres';
import { DROIT_EN_VIGUEUR } from '../droit';
import { tauxCibleSelonTension } from '../regles';
import { accepter, lireDecimal, lireDroit, refuser } from './arguments';
import { diffuser, estAbsent } from './valeurs';

/**
 * Taux cible d’un territoire selon la tension sur la demande (L. 302-5, II du CCH) : 20 sous le seuil du décret de la période, 25 sinon.
 * Seuils de source secondaire : 4 de 2020 à 2025, 5,5 en 2026-2028. Un seuil inconnu n’est jamais supposé.
 * @customfunction SRU.CIBLE
 * @param tension Demandes de logement social par emménagement annuel, hors mutations ; cellule ou plage.
 * @param periode « 2026-2028 » ; obligatoire si seuil est absent : le seuil ne vaut que pour sa période.
 * @param [seuil] Seuil de tension d’un décret que l’outil ne connaît pas ; refusé s’il contredit celui de la période.
 * @param [tension_epci] Tension de l’EPCI, si la commune est aussi d’une agglomération : 20 % seulement si les deux sont sous le seuil.
 * @returns 20 ou 25, à donner comme taux_cible ; #N/A si le seuil de la période est inconnu.
 * @example =SRU.CIBLE(3,99;"2023-2025") → 20
 * @example =SRU.CIBLE(4;"2023-2025") → 25
 * @example =SRU.CIBLE(5,2;"2026-2028") → 20
 * @example =SRU.CIBLE(5,5;"2026-2028") → 25
 * @example =SRU.CIBLE(3;"2026-2028";;6) → 25 (l’EPCI n’est pas sous 5,5)
 * @example =SRU.CIBLE(3,99;"2029-2031") → #N/A
 * @example =SRU.CIBLE(3,49;"2029-2031";3,5) → 20
 * @example =SRU.CIBLE(3,99;"2023-2025";3,5) → #VALEUR! (le seuil de la période est 4)
 */
export function sruCible(
  tension: unknown[][],
  periode: unknown[][],
  seuil?: unknown[][],
  tension_epci?: unknown[][],
): unknown[][] {
  return diffuser([tension, periode, seuil, tension_epci], (t, p, s, e) => {
    const donne = estAbsent(s) ? null : lireDecimal('seuil', s);
    if (!donne && estAbsent(p)) refuser('periode', p, 'une période triennale comme « 2026-2028 », ou un seuil');
    const droit = estAbsent(p) ? { ...DROIT_EN_VIGUEUR, cible: null } : lireDroit(p);
    const autre = estAbsent(e) ? [] : [lireDecimal('tension_epci', e)];
    return versNombre(accepter(tauxCibleSelonTension([lireDecimal('tension', t), ...autre], donne, droit)).valeur);
  });
}
