import type { CelluleAEcrire, StyleDeCellule } from '../../classeur/feuille-a-ecrire';
import type { Droit, IdReference } from '../../droit';
import type { Controle, Ligne } from '../../tableau';
import type { ResultatBilan } from './bilan-resultat';
import type { ResultatInventaire } from './inventaire-resultat';

/** Tout ce qu'une nature de tableau montre d'elle-même, quel que soit le support. */
export interface Presentation<C extends Controle> {
  /** Le verdict, en capitales. */
  readonly verdict: (c: C) => string;
  /** Ce dont le tableau parle : son contrat, ou le bilan ou l'inventaire qu'il est. */
  readonly objet: (c: C) => string;
  /** Le titre d'une feuille de contrôle. */
  readonly titre: (c: C) => string;
  /** Ce que le cadre ajoute à l'objet ; vide : rien. */
  readonly suite: (c: C) => string;
  /** Ce que ses totaux ou ses effectifs disent, en une phrase ; vide : rien. */
  readonly totaux: (c: C) => string;
  readonly colonnes: (c: C) => readonly string[];
  /** Les communes en colonnes, total compris s'il y en a un. */
  readonly rangees: (c: C, droit: Droit) => string[][];
  /** Les mêmes en cellules, en nombres, sans la ligne d'en-têtes. */
  readonly cellules: (c: C, droit: Droit) => CelluleAEcrire[][];
  /** Les en-têtes des cellules, si ce ne sont pas ceux des colonnes. */
  readonly entetesDesCellules?: readonly string[];
  /** Les articles qu'une feuille de contrôle cite avec leur version. */
  readonly articles: readonly IdReference[];
  /** Ce que `--json` en écrit. */
  readonly resultat: (c: C) => PartieDuResultat;
}

/** Ce qu'une nature écrit dans `--json`. */
export interface PartieDuResultat {
  readonly totalReference: number | null;
  readonly totalContrat: number | null;
  readonly lignes: readonly ResultatLigne[];
  /** Seulement si le tableau est un inventaire publié. */
  readonly inventaire?: ResultatInventaire;
  /** Seulement si le tableau est un bilan triennal. */
  readonly bilan?: readonly ResultatBilan[];
}

/** Logements non arrondis ; `tauxRattrapage` est un rapport (0,33) ; `null` : inconnu. */
export interface ResultatLigne {
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly cellule: string;
  readonly manquants: number | null;
  readonly tauxRattrapage: number | null;
  readonly objectifReference: number | null;
  readonly objectifContrat: number | null;
}

/** Une ligne dont on ne dit que ce qui est donné. */
export const resultatDeLaLigne = (
  ligne: Ligne,
  connu: Partial<Omit<ResultatLigne, 'commune' | 'codeInsee' | 'cellule'>> = {},
): ResultatLigne => ({
  commune: ligne.commune,
  codeInsee: ligne.codeInsee,
  cellule: ligne.cellule('commune'),
  manquants: null,
  tauxRattrapage: null,
  objectifReference: null,
  objectifContrat: null,
  ...connu,
});

export const celluleMot = (valeur: string): CelluleAEcrire => ({ valeur, style: 'texte' });
export const celluleNombre = (valeur: number | null, style: StyleDeCellule = 'nombre'): CelluleAEcrire => ({
  valeur,
  style,
});
export const CELLULE_TOTAL: CelluleAEcrire = { valeur: 'Total', style: 'total' };
export const CELLULE_VIDE: CelluleAEcrire = { style: 'total' };
