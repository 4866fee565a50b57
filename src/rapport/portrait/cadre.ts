import type { Encres } from './encres';
import type { Motif } from './modele';
import type { Noeud } from './noeud';

/** Où et comment un graphique se dessine. */
export interface Cadre {
  /** Ce qui précède les identifiants du dessin, seul à les porter dans la page. */
  readonly id: string;
  /** La plus petite largeur qu'il aura, en pixels. */
  readonly largeur: number;
  /** Une part de sa largeur, de 0 à 1. */
  readonly part: (part: number) => string;
  readonly encres: Encres;
}

/** Le cadre, et de quoi remplir une forme d'un motif. */
export interface Outils extends Cadre {
  readonly remplir: (motif: Motif) => Remplissage;
}

// Un type et non une interface : il s'étale parmi des attributs.
export type Remplissage = Readonly<{ fill: string; stroke: string }>;

/** Une tranche d'un dessin, dont le haut est à zéro. */
export interface Bande {
  readonly noeuds: readonly Noeud[];
  readonly hauteur: number;
}

/** Un nombre tel qu'un dessin l'écrit, au centième de pixel. */
const COURT = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });

/** Une largeur inconnue, de 270 pixels au moins : le dessin s'étire, ses lettres non. */
export const SOUPLE = { largeur: 270, part: (part: number) => `${COURT.format(part * 100)}%` };
export const fixe = (largeur: number): typeof SOUPLE => ({ largeur, part: (part) => COURT.format(part * largeur) });

export const TAILLE = 12;
/** La hauteur d'une ligne de texte. */
export const LIGNE = 16;
