import { versNombre } from '../nombres';
import { DROIT_EN_VIGUEUR } from '../droit';
import { tauxCibleSelonTension } from '../regles';
import { accepter, lireDecimal, lireDroit, refuser } from './arguments';
import { diffuser, estAbsent } from './valeurs';

/**
 * Taux cible d’un territoire selon la tension sur la demande (L. 302-5, II du CCH) : 20 sous le seuil du décret de la période, 25 sinon.
 * Un seuil que l’outil ne connaît pas (2026-2028) se donne en argument : il n’est jamais supposé.
 * @customfunction SRU.CIBLE
 * @param tension Demandes de logement social par emménagement annuel, hors mutations ; cellule ou plage.
 * @param periode « 2023-2025 » ; obligatoire si seuil est absent : le seuil ne vaut que pour sa période.
 * @param [seuil] Seuil de tension d’un décret que l’outil ne connaît pas ; refusé s’il contredit celui de la période.
 * @returns 20 ou 25, à donner comme taux_cible ; #N/A si le seuil de la période est inconnu.
 * @example =SRU.CIBLE(3,99;"2023-2025") → 20
 * @example =SRU.CIBLE(4;"2023-2025") → 25
 * @example =SRU.CIBLE(3,99;"2026-2028") → #N/A
 * @example =SRU.CIBLE(3,49;"2026-2028";3,5) → 20
 * @example =SRU.CIBLE(3,99;"2023-2025";3,5) → #VALEUR! (le seuil de la période est 4)
 */
export function sruCible(tension: unknown[][], periode: unknown[][], seuil?: unknown[][]): unknown[][] {
  return diffuser([tension, periode, seuil], (t, p, s) => {
    const donne = estAbsent(s) ? null : lireDecimal('seuil', s);
    if (!donne && estAbsent(p)) refuser('periode', p, 'une période triennale comme « 2023-2025 », ou un seuil');
    const droit = estAbsent(p) ? DROIT_EN_VIGUEUR : lireDroit(p);
    return versNombre(accepter(tauxCibleSelonTension(lireDecimal('tension', t), donne, droit)).valeur);
  });
}
