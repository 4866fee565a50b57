import type { NombreLu } from '../../nombres';
import type { Colonne, Drapeau } from '../colonnes';
import type { ColonneNombre, Lecture } from './cellules';

/** Une commune du tableau, telle qu'elle est écrite. */
export interface Ligne {
  readonly ligne: number;
  readonly commune: string;
  readonly codeInsee: string | null;
  /** De quoi la désigner : la commune, à défaut son code INSEE, à défaut l'adresse de sa cellule. */
  readonly nom: string;
  /** L'EPCI tel que l'agent l'écrit ; vide si le tableau n'en dit rien. */
  readonly epci: string;
  readonly nombres: Readonly<Partial<Record<ColonneNombre, Lecture<NombreLu>>>>;
  readonly accord: Lecture<boolean>;
  readonly soumisePrelevement: Lecture<boolean>;
  readonly drapeaux: Readonly<Partial<Record<Drapeau, Lecture<boolean>>>>;
  /** Ce qu'une colonne « statut » écrit ; vide si le tableau n'en dit rien. */
  readonly statut: string;
  /** L'adresse de la cellule d'une colonne, ou de la commune si le tableau n'a pas cette colonne. */
  readonly cellule: (colonne: Colonne) => string;
}

/** La ligne de total affichée par l'agent. */
export type LigneTotal = Pick<Ligne, 'ligne' | 'nombres' | 'cellule'>;
