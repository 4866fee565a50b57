import type { Annuaire } from '../../annuaire/annuaire';
import type { Feuille, FormuleTouchee, Laissee } from '../../classeur/classeur';
import { controleDe, controlerFeuille, type FeuilleControlee, type TableauControle } from './controles';
import { REGLAGES_VIDES, type Reglages } from './reglages';
import type { Scenarios } from './scenarios';

/** Un long travail ; `total` est nul tant qu'on ne le sait pas. */
export interface Travail {
  readonly libelle: string;
  readonly fait: number;
  readonly total: number;
  readonly interruptible: boolean;
}

/** Les gestes qui en défont un autre. */
export type Annulation = 'annulerReparation' | 'degeler' | 'retirerColonnes';

/** Ce qu'un geste a fait au classeur, et ce qu'il a laissé. */
export interface CompteRendu {
  readonly phrase: string;
  readonly annulation?: Annulation;
  readonly faites: readonly FormuleTouchee[];
  readonly laissees: readonly Laissee[];
}

export interface Etat {
  /** Fausse tant que le classeur n'a pas été lu. */
  readonly lu: boolean;
  readonly annuaire: Annuaire | null;
  readonly feuilles: readonly FeuilleControlee[];
  readonly reglages: Reglages;
  readonly scenarios: Scenarios;
  /** La clé du tableau que l'agent regarde. */
  readonly choisi: string | null;
  readonly travail: Travail | null;
  readonly probleme: string | null;
  readonly compteRendu: CompteRendu | null;
}

export const ETAT_INITIAL: Etat = {
  lu: false,
  annuaire: null,
  feuilles: [],
  reglages: REGLAGES_VIDES,
  scenarios: {},
  choisi: null,
  travail: null,
  probleme: null,
  compteRendu: null,
};

export type Action =
  | { type: 'lecture'; feuilles: readonly Feuille[]; reglages: Reglages; scenarios: Scenarios; annuaire: Annuaire }
  | { type: 'changement'; feuille: Feuille }
  | { type: 'reglages'; reglages: Reglages }
  | { type: 'scenarios'; scenarios: Scenarios }
  | { type: 'choix'; cle: string }
  | { type: 'travail'; travail: Travail | null }
  | { type: 'probleme'; phrase: string | null }
  | { type: 'compte rendu'; compteRendu: CompteRendu | null };

/** L'état après une action ; seule une feuille changée se recontrôle. */
export function reduire(etat: Etat, action: Action): Etat {
  switch (action.type) {
    case 'lecture': {
      const { annuaire, reglages, scenarios } = action;
      const feuilles = action.feuilles.map((f) => controlerFeuille(f, reglages, annuaire));
      return { ...etat, lu: true, annuaire, reglages, scenarios, feuilles };
    }
    case 'changement': {
      const { annuaire, reglages } = etat;
      if (!annuaire) return etat;
      const feuilles = etat.feuilles.map((f) =>
        f.feuille.id === action.feuille.id ? controlerFeuille(action.feuille, reglages, annuaire) : f,
      );
      return { ...etat, feuilles };
    }
    case 'reglages': {
      const { annuaire } = etat;
      const { reglages } = action;
      if (!annuaire) return { ...etat, reglages };
      return { ...etat, reglages, feuilles: etat.feuilles.map((f) => controlerFeuille(f.feuille, reglages, annuaire)) };
    }
    case 'scenarios':
      return { ...etat, scenarios: action.scenarios };
    case 'choix':
      return { ...etat, choisi: action.cle };
    case 'travail':
      return { ...etat, travail: action.travail };
    case 'probleme':
      return { ...etat, probleme: action.phrase };
    case 'compte rendu':
      return { ...etat, compteRendu: action.compteRendu };
  }
}

export const tableauxDe = ({ feuilles }: Pick<Etat, 'feuilles'>): readonly TableauControle[] =>
  feuilles.flatMap((f) => f.tableaux);

const SEVERITE = ['non conforme', 'indetermine', 'conforme'] as const;

/** Le tableau regardé : celui que l'agent a choisi, sinon le plus sévère, sinon le premier. */
export function tableauChoisi(etat: Pick<Etat, 'feuilles' | 'choisi'>): TableauControle | null {
  const tableaux = tableauxDe(etat);
  const choisi = tableaux.find((t) => t.cle === etat.choisi);
  if (choisi) return choisi;
  const parVerdict = SEVERITE.map((verdict) => tableaux.find((t) => controleDe(t)?.verdict === verdict));
  return parVerdict.find((t) => t !== undefined) ?? tableaux[0] ?? null;
}
