import type { Plage } from '../tableau';

/** `taux` attend un rapport : 0,165 se montre « 16,5 % ». */
export type StyleDeCellule =
  | 'titre'
  | 'sous-titre'
  | 'entete'
  | 'texte'
  | 'note'
  | 'nombre'
  | 'taux'
  | 'euros'
  /** Ce que l'agent seul sait : vide, à remplir. */
  | 'saisie'
  | 'conforme'
  | 'bloquant'
  | 'alerte'
  | 'information'
  | 'total';

/**
 * Une valeur est écrite telle quelle : un texte n'est jamais interprété comme une formule. `formule` est à nous seuls (anglais,
 * virgules) ; `valeur` en est alors le résultat, qu'un fichier garde pour qui ne le recalcule pas.
 */
export interface CelluleAEcrire {
  readonly valeur?: string | number | null;
  readonly formule?: string;
  readonly style?: StyleDeCellule;
}

/** Un graphique natif : barres de chaque série, lues dans la feuille même. */
export interface GraphiqueAEcrire {
  readonly titre: string;
  /** Ce que lit un lecteur d'écran. */
  readonly description: string;
  /** Ligne d'en-têtes comprise : les noms en première colonne, une série par colonne suivante. */
  readonly plage: Plage;
  readonly position: Plage;
}

/** Une feuille neuve, prête à imprimer sur A4 ; lignes et colonnes comptées de zéro. */
export interface FeuilleAEcrire {
  readonly nom: string;
  /** Largeur de chaque colonne, en caractères. */
  readonly largeurs: readonly number[];
  readonly lignes: readonly (readonly CelluleAEcrire[])[];
  readonly fusions: readonly Plage[];
  /** Lignes répétées en haut de chaque page, bornes comprises. */
  readonly lignesRepetees?: readonly [number, number];
  /** Colonnes répétées à gauche de chaque page, bornes comprises ; un fichier les garde aussi à l'écran. */
  readonly colonnesRepetees?: readonly [number, number];
  /** En-têtes et lignes que l'agent peut trier et filtrer. */
  readonly filtre?: Plage;
  readonly graphiques: readonly GraphiqueAEcrire[];
  readonly orientation: 'portrait' | 'paysage';
  /** Un tableau trop large pour une page : tant de pages côte à côte. */
  readonly pagesEnLargeur?: number;
  readonly entete: string;
  readonly pied: string;
}

/** Ce qu'un fichier xlsx sait porter. */
export type FeuilleDeFichier = Omit<FeuilleAEcrire, 'graphiques'>;
