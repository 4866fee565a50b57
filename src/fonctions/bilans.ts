import { ecrire, fraction, produit } from '../nombres';
import type { Bilan } from '../regles';
import { enMots } from './verdicts';

/** Le volet quantitatif d'un bilan, la majoration qu'une carence entraînerait, et ce qu'il faut vérifier de l'objectif. */
export function quantitatifEnMots({ taux, quantitatif, majoration, note }: Bilan): string {
  if (!taux) return 'SANS OBJET : objectif nul';
  const mots = `${enMots(quantitatif, { oui: 'ATTEINT', non: 'NON ATTEINT' })}${note ? ` ; ${note}` : ''}`;
  if (!majoration) return mots;
  return `${mots} ; si la carence est prononcée, majoration d’au moins ${ecrire(produit(majoration, fraction(100)))} %`;
}
