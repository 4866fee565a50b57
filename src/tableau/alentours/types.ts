import type { Periode } from '../../droit';
import type { Avis, Contrat } from '../contrat-et-avis';

/** Des années de validité, bornes comprises. */
export interface Annees {
  readonly debut: number;
  readonly fin: number;
}

/** Ce qu'un fait peut dire, sujet par sujet ; `null` : le texte en parle, mais sa réponse est à confirmer. */
export interface ValeursDesFaits {
  readonly periode: Periode | null;
  readonly plh: boolean | null;
  readonly avis: Avis | null;
  readonly epci: string;
  /** En points : 20 ou 25. */
  readonly taux_cible: number | null;
  readonly unite: 'milliers' | 'logements';
  /** L'année du 1er janvier auquel les données sont prises. */
  readonly millesime: number;
  readonly genre: Exclude<Contrat, 'aucun'>;
  readonly stade: 'projet' | 'simulation' | 'provisoire' | 'signe' | 'mi-parcours';
  readonly bareme: 'sans contrat';
}

export type Sujet = keyof ValeursDesFaits;

/** Un fait lu dans un texte, sans sa place ; `texte` est le passage qui le dit, libellé compris. */
export type FaitLu<S extends Sujet = Sujet> = {
  [Q in S]: {
    readonly quoi: Q;
    readonly valeur: ValeursDesFaits[Q];
    readonly texte: string;
    /** Les années de validité d'un PLH, si le texte les donne : six ans au plus. */
    readonly validite?: Annees;
  };
}[S];

export type Lieu = 'au-dessus' | 'à côté' | 'au-dessous' | 'feuille' | 'en-tête';

/** Un fait à sa place. */
export type Fait<S extends Sujet = Sujet> = FaitLu<S> & {
  /** La cellule de la valeur ; le nom de la feuille entre apostrophes si c'est lui qui parle. */
  readonly cellule: string;
  /** La cellule du libellé, s'il est dans une autre (« PLH | oui »). */
  readonly libelle?: string;
  readonly lieu: Lieu;
};

/** Un texte, ou le passage d'un texte, dont on ne tire pas de fait. */
export interface TexteDeFeuille {
  readonly texte: string;
  readonly cellule: string;
  /** Pourquoi il est sans effet (« source »), ou ce dont il parle sans qu'on le comprenne. */
  readonly motif: string;
  /** C'est un commentaire de cette cellule, et non ce qu'elle contient. */
  readonly commentaire?: true;
}

/** Le sort de chaque texte qui entoure un tableau ; les faits vont du plus proche du tableau au plus lointain. */
export interface Alentours {
  readonly faits: readonly Fait[];
  readonly sansEffet: readonly TexteDeFeuille[];
  readonly nonCompris: readonly TexteDeFeuille[];
}
