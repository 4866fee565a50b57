import type { Feuille, FormuleTouchee, Laissee } from '../../classeur/classeur';
import { controleDe, controlerFeuilles, type FeuilleControlee, type TableauControle } from './controles';
import type { Referentiel } from '../../referentiel/referentiel';
import { SANS_PRECISION, VERDICTS, type Precisions } from '../../tableau';
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
  readonly referentiel: Referentiel | null;
  readonly feuilles: readonly FeuilleControlee[];
  readonly reglages: Precisions;
  readonly scenarios: Scenarios;
  /** La clé du tableau que l'agent regarde. */
  readonly choisi: string | null;
  readonly travail: Travail | null;
  readonly probleme: string | null;
  readonly compteRendu: CompteRendu | null;
}

export const ETAT_INITIAL: Etat = {
  lu: false,
  referentiel: null,
  feuilles: [],
  reglages: SANS_PRECISION,
  scenarios: {},
  choisi: null,
  travail: null,
  probleme: null,
  compteRendu: null,
};

export type Action =
  | {
      type: 'lecture';
      feuilles: readonly Feuille[];
      reglages: Precisions;
      scenarios: Scenarios;
      referentiel: Referentiel;
    }
  | { type: 'changement'; feuille: Feuille }
  | { type: 'reglages'; reglages: Precisions }
  | { type: 'scenarios'; scenarios: Scenarios }
  | { type: 'choix'; cle: string }
  | { type: 'travail'; travail: Travail | null }
  | { type: 'probleme'; phrase: string | null }
  | { type: 'compte rendu'; compteRendu: CompteRendu | null };

/** L'état après une action ; un contrat peut tenir à plusieurs feuilles : toutes se contrôlent, seule celle qui change se relit. */
export function reduire(etat: Etat, action: Action): Etat {
  switch (action.type) {
    case 'lecture': {
      const { referentiel, reglages, scenarios } = action;
      const feuilles = controlerFeuilles(action.feuilles, reglages, referentiel);
      return { ...etat, lu: true, referentiel, reglages, scenarios, feuilles };
    }
    case 'changement': {
      const { referentiel, reglages } = etat;
      if (!referentiel) return etat;
      const lues = etat.feuilles.map(({ feuille }) => (feuille.id === action.feuille.id ? action.feuille : feuille));
      return { ...etat, feuilles: controlerFeuilles(lues, reglages, referentiel) };
    }
    case 'reglages': {
      const { referentiel } = etat;
      const { reglages } = action;
      if (!referentiel) return { ...etat, reglages };
      const lues = etat.feuilles.map(({ feuille }) => feuille);
      // Le tableau que l'agent corrige reste celui qu'il regarde, quel que soit son nouveau verdict.
      const choisi = tableauChoisi(etat)?.cle ?? null;
      return { ...etat, choisi, reglages, feuilles: controlerFeuilles(lues, reglages, referentiel) };
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

/** Le tableau regardé : celui que l'agent a choisi, sinon le plus sévère des feuilles visibles, sinon le premier. */
export function tableauChoisi(etat: Pick<Etat, 'feuilles' | 'choisi'>): TableauControle | null {
  const tableaux = tableauxDe(etat);
  const choisi = tableaux.find((t) => t.cle === etat.choisi);
  if (choisi) return choisi;
  const visibles = tableaux.filter((t) => !t.tableau.masquee);
  const parVerdict = VERDICTS.map((verdict) => visibles.find((t) => controleDe(t)?.verdict === verdict));
  return parVerdict.find((t) => t !== undefined) ?? visibles[0] ?? tableaux[0] ?? null;
}
