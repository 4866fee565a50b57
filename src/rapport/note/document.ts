import type { Verdict } from '../../tableau';
import type { Portrait } from '../portrait/modele';

/** Une note en blocs, sans rien du support qui la montrera ; les textes viennent tels quels, chaque rendu les échappe. */
export interface Note {
  readonly titre: string;
  /** Ce que chaque page rappelle, à côté de son numéro. */
  readonly pied?: string;
  /** Un courrier : le titre le nomme sans s'y écrire, et ces lignes sont en haut et en bas de chaque page. */
  readonly courrier?: { readonly entete: readonly string[]; readonly pied: readonly string[] };
  readonly parties: readonly Partie[];
}

/** Elle commence une page. */
export interface Partie {
  readonly orientation: 'portrait' | 'paysage';
  readonly blocs: readonly Bloc[];
}

/** Le titre de la note est au niveau 1. */
export type Niveau = 2 | 3 | 4;

export type Bloc =
  | { readonly type: 'titre'; readonly niveau: Niveau; readonly texte: string }
  | { readonly type: 'paragraphe'; readonly texte: string }
  /** Ce qu'on doit savoir avant de lire les chiffres. */
  | { readonly type: 'avertissement'; readonly texte: string }
  /** Le portrait le suit là où l'on dessine ; ailleurs, les tableaux de la note disent les mêmes nombres. */
  | { readonly type: 'verdict'; readonly verdict: Verdict; readonly texte: string; readonly portrait?: Portrait }
  | { readonly type: 'liste'; readonly elements: readonly Element[] }
  | Tableau;

/** Un point d'une liste : ce dont il parle, ce qu'il en dit, d'où on le tient ; vide : rien. */
export interface Element {
  readonly sujet: string;
  readonly texte: string;
  readonly source: string;
}

/** La première colonne nomme la ligne. */
export interface Tableau {
  readonly type: 'tableau';
  readonly legende: string;
  readonly colonnes: readonly Colonne[];
  readonly lignes: readonly (readonly string[])[];
  /** La dernière ligne est un total. */
  readonly total: boolean;
  /** Les lignes laissent la place d'une signature. */
  readonly aSigner: boolean;
}

export interface Colonne {
  readonly titre: string;
  /** Relative à celle des autres. */
  readonly largeur: number;
  readonly nombre: boolean;
}

export const titre = (niveau: Niveau, texte: string): Bloc => ({ type: 'titre', niveau, texte });
export const paragraphe = (texte: string): Bloc => ({ type: 'paragraphe', texte });
export const avertissement = (texte: string): Bloc => ({ type: 'avertissement', texte });
export const element = (sujet: string, texte: string, source = ''): Element => ({ sujet, texte, source });
export const liste = (elements: readonly Element[]): Bloc => ({ type: 'liste', elements });

export const mots = (texte: string, largeur: number): Colonne => ({ titre: texte, largeur, nombre: false });
export const nombre = (texte: string, largeur: number): Colonne => ({ titre: texte, largeur, nombre: true });

export const tableau = (
  legende: string,
  colonnes: readonly Colonne[],
  lignes: readonly (readonly string[])[],
  { total = false, aSigner = false } = {},
): Tableau => ({ type: 'tableau', legende, colonnes, lignes, total, aSigner });

/** Un titre et ce qu'il coiffe ; rien s'il ne coiffe rien. */
export const section = (texte: string, blocs: readonly Bloc[], niveau: Niveau = 3): Bloc[] =>
  blocs.length === 0 ? [] : [titre(niveau, texte), ...blocs];
