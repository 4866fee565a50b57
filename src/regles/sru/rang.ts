import { ENTRANTES_DEPUIS, ecrirePeriode, periodeDe, suivante, type Periode, type Rang } from '../../droit';
import { type Refus } from '../refus';

/**
 * Rang triennal d'une commune (L. 302-8, VIII) d'après l'année de sa première soumission : 0 dans la période de son entrée, 1 la
 * première pleine, 2 la deuxième, 3 ensuite ; 3 si elle est entrée avant 2015.
 * @param annee année entière ; refusée si elle suit la période
 * @example rangDepuisEntree(2020, { debut: 2020 }) // 0
 * @example rangDepuisEntree(2020, { debut: 2029 }) // 3
 * @example rangDepuisEntree(2014, { debut: 2023 }) // 3
 * @example rangDepuisEntree(2026, { debut: 2023 }) // refus : entrée après la période
 */
export function rangDepuisEntree(annee: number, periode: Periode): Rang | Refus {
  const fin = suivante(periode).debut - 1;
  if (!Number.isInteger(annee) || annee > fin) {
    const attendu = `une année d’entrée, ${fin} au plus tard pour la période ${ecrirePeriode(periode)}`;
    return { refus: 'VALEUR', grandeur: 'entree', recu: String(annee), attendu };
  }
  if (annee < ENTRANTES_DEPUIS) return 3;
  let rang: Rang = 0;
  for (let p = periodeDe(annee); rang < 3 && p.debut < periode.debut; p = suivante(p)) rang = (rang + 1) as Rang;
  return rang;
}
