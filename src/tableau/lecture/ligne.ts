import type { NombreLu } from '../../nombres';
import type { Colonne, Drapeau } from '../colonnes';
import type { Cellule } from '../grille';
import type { ColonneNombre, Lecture } from './cellules';
import type { Identite } from './identite';
import type { RangLu } from './rang';

/** Une commune du tableau, telle qu'elle est écrite. */
export interface Ligne extends Identite {
  readonly ligne: number;
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
  /** La feuille de cette cellule : un contrat peut se lire dans plusieurs. */
  readonly feuille: (colonne: Colonne) => string;
  /** La cellule telle que la feuille la donne, `undefined` si le tableau n'a pas cette colonne. */
  readonly ecrit: (colonne: Colonne) => Cellule | undefined;
  /** Celle d'une colonne que le contrôle ne lit pas, à la position de son en-tête. */
  readonly ecritEn: (position: number) => Cellule | undefined;
  /** Le rang triennal dans la période du tableau ; « vide » tant que le contexte n'est pas connu. */
  readonly rang: Lecture<RangLu>;
  /** La ligne est masquée ou filtrée. */
  readonly masquee: boolean;
  /** Les cellules barrées de la ligne, parmi celles qui comptent. */
  readonly barrees: readonly Colonne[];
  /** Les colonnes dont la formule n'a pas de valeur gardée. */
  readonly sansValeur: readonly Colonne[];
  /** Les colonnes dont la cellule porte autre chose que sa valeur : un appel de note, un passage barré. */
  readonly otees: readonly Colonne[];
}

/** La ligne de total affichée par l'agent. */
export type LigneTotal = Pick<Ligne, 'ligne' | 'nombres' | 'cellule' | 'feuille'>;

/** Une ligne sous les en-têtes que le contrôle laisse de côté. */
export interface LigneEcartee {
  readonly ligne: number;
  readonly libelle: string;
  readonly cellule: string;
  readonly motif: string;
}

/** Une ligne dont on ne sait pas si c'est une commune du tableau ; elle n'y est pas comptée tant que l'agent ne l'a pas dit. */
export interface LigneDouteuse {
  readonly ligne: Ligne;
  readonly motif: string;
}
