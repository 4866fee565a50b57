import type { Annuaire } from '../../annuaire/annuaire';
import type { Feuille } from '../../classeur/classeur';
import { DROIT_EN_VIGUEUR, droitDe, lirePeriode, type Droit } from '../../droit';
import { estRefus, type Refus } from '../../regles';
import {
  contratSuppose,
  controler,
  trouverEntetes,
  trouverTableaux,
  type Controle,
  type Correspondances,
  type Tableau,
} from '../../tableau';
import type { Reglages } from './reglages';

/** Un tableau trouvé, et son contrôle ou la raison pour laquelle la loi de la période n'en permet pas. */
export interface TableauControle {
  /** La même tant que les en-têtes restent à leur place. */
  readonly cle: string;
  readonly feuille: Feuille;
  readonly tableau: Tableau;
  readonly resultat: Controle | Refus;
}

export interface FeuilleControlee {
  readonly feuille: Feuille;
  readonly tableaux: readonly TableauControle[];
  /** Des en-têtes, et pas une commune. */
  readonly vierge: boolean;
}

export const droitDesReglages = ({ periode }: Reglages): Droit => {
  const lue = periode === null ? null : lirePeriode(periode);
  return lue ? droitDe(lue) : DROIT_EN_VIGUEUR;
};

export const controleDe = ({ resultat }: TableauControle): Controle | null => (estRefus(resultat) ? null : resultat);

/** Le contrôle d'un tableau dans le contexte que l'agent a précisé. */
export function controlerTableau(tableau: Tableau, reglages: Reglages, annuaire: Annuaire): Controle | Refus {
  const { contrat, plh, avis } = reglages;
  const droit = droitDesReglages(reglages);
  return controler(tableau, { droit, contrat: contrat ?? contratSuppose(tableau), plh, avis, annuaire });
}

/** Le contrôle d'une feuille, le même que celui de la ligne de commande. */
export function controlerFeuille(feuille: Feuille, reglages: Reglages, annuaire: Annuaire): FeuilleControlee {
  const droit = droitDesReglages(reglages);
  const aLaMain: Correspondances = new Map(Object.entries(reglages.colonnes));
  const tableaux = trouverTableaux(feuille, droit, aLaMain).map((tableau) => ({
    cle: `${feuille.id}!${tableau.ligneEntete},${tableau.plage.colonne}`,
    feuille,
    tableau,
    resultat: controlerTableau(tableau, reglages, annuaire),
  }));
  return { feuille, tableaux, vierge: tableaux.length === 0 && trouverEntetes(feuille, aLaMain).length > 0 };
}
