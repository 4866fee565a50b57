import type { Droit } from '../../droit';
import type { Logements } from '../../nombres';
import { plancherDuContrat, type SorteDeContrat } from '../../regles';
import type { LigneEvaluee } from './evaluation';

/** Le plancher d'une commune évaluée, non arrondi ; `null` sans contrat ou sans palier connu. Une entrante garde sa référence. */
export const plancherDe = (l: LigneEvaluee, contrat: SorteDeContrat, droit: Droit): Logements | null => {
  const reference = l.rang < 3 ? l.reference : l.avantArrondi;
  return plancherDuContrat(contrat, { ...l, reference, palier: l.rattrapage?.palier ?? null }, droit);
};
