import { droitDe, periodeFondee } from '../../../droit';
import { regleInconnue, type Refus } from '../../../regles';
import type { Contexte } from '../../controle/contexte';
import type { Tableau } from '../../lecture/tableaux';
import { dresser, type Commun } from '../commun';
import { inventorier, type Inventaire } from './inventaire';
import { verifierInventaire } from './controler';

export * from './inventaire';
export { aDesChiffres, type CommuneInventoriee, type Indetermination, type SansChiffres } from './commune';
export { departementDe, manqueDeChiffres, regrouper, SANS_ENCADREMENT, type Groupement } from './objectifs';

/** Un inventaire publié : ni objectif ni contrat à contrôler. */
export interface ControleInventaire extends Commun {
  readonly nature: 'inventaire';
  readonly inventaire: Inventaire;
}

/** Refuse une période dont les paliers sont inconnus. */
export function controlerInventaire(tableau: Tableau, contexte: Contexte): ControleInventaire | Refus {
  if (!contexte.droit.rattrapage) return regleInconnue('Objectif de référence', contexte.droit);
  const { anneeDuTaux } = tableau;
  const fondee = contexte.droit.periode || anneeDuTaux === null ? null : periodeFondee(anneeDuTaux);
  const inventaire = inventorier(tableau, fondee ? droitDe(fondee) : contexte.droit, contexte.annuaire);
  const constats = verifierInventaire(inventaire, tableau, contexte);
  return { nature: 'inventaire', ...dresser(tableau, contexte, constats, false), inventaire };
}
