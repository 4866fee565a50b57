import { arrondisPossibles, comparer, fraction, type Logements } from '../../nombres';

export type Sens = 'abaissé' | 'égal' | 'relevé';

/** L'objectif du contrat au regard de la référence ; un de ses arrondis n'est ni une baisse ni une hausse, sauf zéro. */
export function sensDe(contrat: number, reference: Logements): Sens {
  if (contrat > 0 && arrondisPossibles(reference, contrat).length > 0) return 'égal';
  if (comparer(fraction(contrat), reference) === 0) return 'égal';
  return comparer(fraction(contrat), reference) < 0 ? 'abaissé' : 'relevé';
}
