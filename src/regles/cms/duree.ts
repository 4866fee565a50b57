import { comparer, ecrire, ecrireCompte, ecrireDuBonCote, fraction, type Fraction } from '../../nombres';
import type { Datee, Droit, RegleAbaissement } from '../../droit';
import { uneSuffit, type Examen } from '../examen';

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
 * @example dureeAbaissement(4, 5000, 50, …) // dérogation possible ; à 50,01, dépassée
 */
export function dureeAbaissement(
  periodes: number,
  population: number | null,
  inconstructibilite: Fraction | null,
  droit: Droit,
): VerdictDuree {
  if (!droit.abaissement) return 'sans règle';
  if (periodes <= droit.abaissement.regle.periodesConsecutives) return 'admise';
  const { remplie } = derogationDeDuree(population, inconstructibilite, droit.abaissement);
  return remplie ? 'dérogation possible' : remplie === null ? 'indéterminée' : 'dépassée';
}

/** Ce qui ouvre la dérogation du préfet : la population, ou le territoire ; l'une suffit. */
export function derogationDeDuree(
  population: number | null,
  inconstructibilite: Fraction | null,
  { regle, reference }: Datee<RegleAbaissement>,
): Examen {
  const { populationInferieureA: seuil, inconstructibilite: bornes } = regle.derogation;
  const [bas, haut] = bornes;
  const place = inconstructibilite && bornes.map((borne) => Math.sign(comparer(inconstructibilite, fraction(borne))));
  const [auBas, auHaut] = place ?? [];
  const borne = auBas && auBas > 0 ? haut : bas;
  return uneSuffit([
    {
      remplie: population === null ? null : population < seuil,
      phrase:
        population === null
          ? 'préciser population'
          : `${ecrireCompte(population, 'habitant')}, moins de ${ecrire(seuil)} exigés`,
      reference,
      certitude: 'texte',
    },
    {
      remplie: place && auBas! >= 0 && auHaut! <= 0,
      phrase: inconstructibilite
        ? `${ecrireDuBonCote(inconstructibilite, fraction(borne))} % du territoire urbanisé inconstructible, de ${bas} à ${haut} % exigés`
        : 'préciser inconstructibilite',
      reference,
      certitude: place?.includes(0) ? 'interprétation' : 'texte',
    },
  ]);
}
