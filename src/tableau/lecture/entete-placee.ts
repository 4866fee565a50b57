import type { Entete } from '../entete';

/** Un en-tête à sa place ; `texte` est son libellé complet, titre de groupe compris. */
export interface EntetePlacee extends Entete {
  readonly position: number;
  readonly cellule: string;
  /** La colonne a été nommée par une correspondance à la main. */
  readonly manuelle: boolean;
}
