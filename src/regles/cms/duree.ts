import { comparer, fraction, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';

export type VerdictDuree = 'admise' | 'dérogation possible' | 'dépassée' | 'indéterminée' | 'sans règle';

/**
 * Durée d'un abaissement (L. 302-8, IX) : trois périodes consécutives au plus, celle du contrat comprise, sauf dérogation
 * du préfet si la commune a moins de 5 000 habitants ou si 30 à 50 % de son territoire urbanisé est inconstructible.
 * @param periodes périodes consécutives d'abaissement, celle du contrat comprise
 * @param population habitants ; `null` si inconnue
 * @param inconstructibilite pour cent du territoire urbanisé ; `null` si inconnue
 * @example dureeAbaissement(3, …) // admise
 * @example dureeAbaissement(4, 4999, null, …) // dérogation possible
 * @example dureeAbaissement(4, 5000, 29, …) // dépassée
 * @example dureeAbaissement(4, null, 30, …) // dérogation possible : bornes comprises (interprétation)
 */
export function dureeAbaissement(
  periodes: number,
  population: number | null,
  inconstructibilite: Fraction | null,
  { abaissement }: Droit,
): VerdictDuree {
  if (!abaissement) return 'sans règle';
  const { periodesConsecutives, derogation } = abaissement.regle;
  if (periodes <= periodesConsecutives) return 'admise';
  const [bas, haut] = derogation.inconstructibilite;
  const petite = population === null ? null : population < derogation.populationInferieureA;
  const contrainte =
    inconstructibilite === null
      ? null
      : comparer(inconstructibilite, fraction(bas)) >= 0 && comparer(inconstructibilite, fraction(haut)) <= 0;
  if (petite || contrainte) return 'dérogation possible';
  return petite === false && contrainte === false ? 'dépassée' : 'indéterminée';
}
