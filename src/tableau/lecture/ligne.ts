import type { NombreLu } from '../../nombres';
import type { Colonne } from '../colonnes';
import type { ColonneNombre, Lecture } from './cellules';

/** Une commune du tableau, telle qu'elle est écrite. */
export interface Ligne {
  readonly ligne: number;
  readonly commune: string;
  readonly codeInsee: string | null;
  /** L'EPCI tel que l'agent l'écrit ; vide si le tableau n'en dit rien. */
  readonly epci: string;
  readonly nombres: Readonly<Partial<Record<ColonneNombre, Lecture<NombreLu>>>>;
  readonly accord: Lecture<boolean>;
  readonly soumisePrelevement: Lecture<boolean>;
  /** L'adresse de la cellule d'une colonne, ou de la commune si le tableau n'a pas cette colonne. */
  readonly cellule: (colonne: Colonne) => string;
}

/** La ligne de total affichée par l'agent. */
export type LigneTotal = Pick<Ligne, 'ligne' | 'nombres' | 'cellule'>;
