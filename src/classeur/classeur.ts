import type { Grille, Plage } from '../tableau';
import type { FeuilleAEcrire } from './feuille-a-ecrire';

/** Une feuille lue ; `id` ne change pas quand l'agent la renomme. */
export interface Feuille extends Grille {
  readonly id: string;
}

/** Une cellule ou une plage d'une feuille, par l'identité de la feuille : « B12 », « A8:O19 ». */
export interface Emplacement {
  readonly feuille: string;
  readonly adresse: string;
}

/** De quoi suivre un long travail et l'interrompre. */
export interface Suivi {
  readonly signal?: AbortSignal;
  avancer?(fait: number, total: number): void;
}

/** Le port à un classeur ouvert : celui d'Excel, ou un fichier en lecture seule. Les écrans n'en connaissent pas d'autre. */
export interface Classeur {
  /** Toutes les feuilles, sans rien y changer. */
  lire(suivi?: Suivi): Promise<readonly Feuille[]>;
  /** Montre et sélectionne l'emplacement. */
  allerA(emplacement: Emplacement): Promise<void>;
  /** Ce que le complément a gardé dans le classeur, `null` si rien ; toujours relu tel qu'un autre poste a pu l'écrire. */
  reglage(cle: string): Promise<unknown>;
  garder(cle: string, valeur: unknown): Promise<void>;
  /**
   * Suit les changements de l'agent, ceux d'une lecture en cours compris : seule la plage changée est relue. `null` : tout est à
   * relire (feuille ajoutée, supprimée, pas encore lue). Rend de quoi cesser.
   */
  surChangement(rappel: (feuille: Feuille | null) => void): Promise<() => void>;
  /** Absente d'un classeur en lecture seule. */
  readonly ecriture?: Ecriture;
}

/** Une annotation à poser : couleur et commentaire d'une cellule. */
export interface Annotation {
  readonly emplacement: Emplacement;
  readonly gravite: 'bloquant' | 'alerte' | 'information';
  readonly texte: string;
}

/** Une formule du complément, avant et après : ce que l'agent lit de ce qui a été fait. */
export interface FormuleTouchee {
  readonly emplacement: Emplacement;
  /** Nom de la feuille au moment du geste. */
  readonly nomDeFeuille: string;
  readonly avant: string;
  readonly apres: string;
}

/** Ce qui ne s'est pas fait, avec la phrase qui dit pourquoi et que faire. */
export interface Laissee {
  /** `null` : la cellule n'est plus nulle part. */
  readonly emplacement: Emplacement | null;
  readonly nomDeFeuille: string;
  readonly raison: string;
  /** La formule que l'agent peut ressaisir. */
  readonly formule?: string;
}

export interface Geste {
  readonly faites: readonly FormuleTouchee[];
  readonly laissees: readonly Laissee[];
}

/** Les cellules rendues à leur état d'avant les annotations, et ce qui est laissé. */
export interface Retrait {
  readonly rendues: number;
  readonly laissees: readonly Laissee[];
}

/** Où étaient les colonnes retirées. */
export interface ColonnesRetirees extends Emplacement {
  readonly nomDeFeuille: string;
}

/** S'il y a de quoi défaire une réparation, un figement. */
export type Defaisables = Readonly<Record<'annulerReparation' | 'degeler', boolean>>;

/** Ce que le complément écrit, toujours à la demande ; jamais une valeur ni une formule de l'agent. */
export interface Ecriture {
  /** Remplace les annotations déjà posées. Rend le nombre de cellules annotées et ce qui n'a pu l'être. */
  annoter(
    annotations: readonly Annotation[],
  ): Promise<{ readonly posees: number; readonly laissees: readonly Laissee[] }>;
  /** Rend à chaque cellule annotée son fond et ses commentaires d'avant, et supprime la légende si l'agent n'y a rien mis. */
  retirerAnnotations(): Promise<Retrait>;
  reparerFormules(): Promise<Geste>;
  annulerReparation(): Promise<Geste>;
  figer(): Promise<Geste>;
  degeler(): Promise<Geste>;
  /** Ce qu'il y a à défaire dans le classeur. */
  defaisables(): Promise<Defaisables>;
  /** Ajoute une feuille et l'active ; rend son emplacement. Un nom déjà pris reçoit un numéro. */
  creerFeuille(feuille: FeuilleAEcrire): Promise<Emplacement>;
  /** Écrit une formule (anglais, virgules : « =SRU.TAUX(B2,C2) ») dans la cellule active ; refuse une cellule remplie si `remplacer` est faux. */
  inserer(formule: string, remplacer?: boolean): Promise<Emplacement>;
  /** Écrit des colonnes (en-tête, puis une formule ou une valeur par ligne) ; refuse de couvrir une cellule remplie. */
  insererColonnes(feuille: string, plage: Plage, cellules: readonly (readonly (string | number)[])[]): Promise<void>;
  /** Annule la dernière insertion de colonnes, même le volet rouvert ; `null` s'il n'en reste pas. Refuse si l'agent les a changées. */
  retirerColonnes(): Promise<ColonnesRetirees | null>;
}

/** Un refus du classeur (feuille protégée, cellule en saisie, session perdue…) : une phrase qui dit quoi faire. */
export class ErreurDeClasseur extends Error {}
