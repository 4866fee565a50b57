import { rangDepuisEntree } from '../regles';
import { accepter, lirePeriodeDite, lireReponse, refuser } from './arguments';
import { lireJour } from './montants';
import { diffuser } from './valeurs';

/**
 * Rang triennal d’une commune nouvellement soumise (L. 302-8, VIII du CCH) : 0 dans la période de son entrée, même entrée le premier
 * jour (interprétation), 1 la première période pleine, 2 la suivante, 3 ensuite ; 3 si elle est entrée avant 2015.
 * @customfunction SRU.RANG
 * @param entree Année (2020) ou date de première soumission ; cellule ou plage.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @param [commune_nouvelle] oui si une commune fondatrice était déjà soumise : 3, le droit commun.
 * @returns 0, 1, 2 ou 3, à donner comme rang ; #VALEUR! si l’entrée ne se lit pas, ou suit la période.
 * @example =SRU.RANG(2020;"2020-2022") → 0
 * @example =SRU.RANG(2020;"2023-2025") → 1
 * @example =SRU.RANG(2020;"2026-2028") → 2
 * @example =SRU.RANG(2020;"2029-2031") → 3
 * @example =SRU.RANG(2014;"2023-2025") → 3
 * @example =SRU.RANG("01/01/2023";"2023-2025") → 0
 * @example =SRU.RANG(2024;"2023-2025";"oui") → 3
 * @example =SRU.RANG(2026;"2023-2025") → #VALEUR! (entrée après la période)
 */
export function sruRang(entree: unknown[][], periode?: unknown[][], commune_nouvelle?: unknown[][]): unknown[][] {
  return diffuser([entree, periode, commune_nouvelle], (e, p, n) => {
    const rang = rangDepuisEntree(lireAnneeDEntree(e), lirePeriodeDite(p));
    if (typeof rang !== 'number') return accepter(rang);
    return lireReponse('commune_nouvelle', n) ? 3 : rang;
  });
}

const ANNEES = { premiere: 2000, derniere: 2100 };

/** Une année nue, ou l'année d'une date : un tableur numérote ses jours bien au-delà de 2100. */
function lireAnneeDEntree(valeur: unknown): number {
  const nombre = typeof valeur === 'string' && /^\s*\d{4}\s*$/.test(valeur) ? Number(valeur) : valeur;
  if (typeof nombre !== 'number' || nombre > ANNEES.derniere) return lireJour('entree', valeur).annee;
  if (Number.isInteger(nombre) && nombre >= ANNEES.premiere) return nombre;
  return refuser('entree', valeur, 'une année comme 2020, ou une date comme 01/01/2020');
}
