import type { Blancs, Cellule, Grille, Note, Plage, Redite } from '../../tableau';
import { notesDe } from '../note';
import { borner, LIMITES } from './limites';

/** Une feuille en données nues : elle passe telle quelle d'un fil à l'autre. */
export interface FeuilleLue {
  readonly nom: string;
  readonly fusions: readonly Plage[];
  readonly cellules: readonly (readonly (Cellule | undefined)[] | undefined)[];
  readonly masquee: boolean;
  readonly lignesMasquees: ReadonlySet<number>;
  readonly colonnesMasquees: ReadonlySet<number>;
  readonly tropLongue?: number;
  readonly notes?: readonly Note[];
  readonly aCompleter?: readonly Blancs[];
  readonly redites?: readonly Redite[];
}

export const estPosee = ({ valeur, erreur, sansValeur }: Cellule): boolean =>
  (valeur !== null && valeur !== '') || erreur !== undefined || sansValeur === true;

export function grilleDeFeuilleLue(feuille: FeuilleLue): Grille {
  const { nom, fusions, cellules, masquee, lignesMasquees, colonnesMasquees, tropLongue, notes = [] } = feuille;
  const { aCompleter = [], redites = [] } = feuille;
  return {
    nom,
    nombreDeLignes: cellules.length,
    fusions,
    masquee,
    ...(tropLongue !== undefined && { tropLongue }),
    ...(aCompleter.length > 0 && { aCompleter }),
    ...(redites.length > 0 && { redites }),
    notes,
    ligneMasquee: (ligne) => lignesMasquees.has(ligne),
    colonneMasquee: (colonne) => colonnesMasquees.has(colonne),
    cellule: (ligne, colonne) => cellules[ligne]?.[colonne],
    colonnes(ligne) {
      const remplies: number[] = [];
      cellules[ligne]?.forEach((cellule, colonne) => {
        if (cellule && estPosee(cellule)) remplies.push(colonne);
      });
      return remplies;
    },
  };
}

/** Les données d'une grille, d'où qu'elle vienne. */
export function feuilleLueDe(grille: Grille): FeuilleLue {
  const { nom, fusions, masquee = false, tropLongue, notes = [], nombreDeLignes } = grille;
  const colonnesMasquees = new Set<number>();
  const lignesMasquees = new Set<number>();
  const cellules = Array.from({ length: nombreDeLignes }, (_, ligne) => {
    if (grille.ligneMasquee?.(ligne)) lignesMasquees.add(ligne);
    const rangee: (Cellule | undefined)[] = [];
    for (const colonne of grille.colonnes(ligne)) {
      rangee[colonne] = grille.cellule(ligne, colonne);
      if (grille.colonneMasquee?.(colonne)) colonnesMasquees.add(colonne);
    }
    return rangee;
  });
  const nue = { nom, fusions, cellules, masquee, lignesMasquees, colonnesMasquees, notes };
  const { aCompleter, redites } = grille;
  return {
    ...nue,
    ...(tropLongue !== undefined && { tropLongue }),
    ...(aCompleter && { aCompleter }),
    ...(redites && { redites }),
  };
}

/** Une feuille qu'un lecteur remplit, dans les limites du contrôle. */
export interface Chantier {
  masquee: boolean;
  /** Pose une cellule, répétée vers le bas et vers la droite. */
  poser(ligne: number, colonne: number, cellule: Cellule, hauteur?: number, largeur?: number): void;
  fusionner(ligne: number, colonne: number, hauteur: number, largeur: number): void;
  noter(ligne: number, colonne: number, contenu: string, auteur?: string): void;
  masquerLignes(ligne: number, nombre?: number): void;
  masquerColonnes(colonne: number, nombre?: number): void;
  /** Une ligne sous la dernière remplie. */
  suivante(): number;
  clore(nom: string): FeuilleLue;
}

/** `compte` est celui de tout le fichier. */
export function ouvrirChantier(compte: { cellules: number }): Chantier {
  const cellules: (Cellule | undefined)[][] = [];
  const fusions: Plage[] = [];
  const lignesMasquees = new Set<number>();
  const colonnesMasquees = new Set<number>();
  const notes: Note[] = [];
  let lignes = 0;
  return {
    masquee: false,
    poser(ligne, colonne, cellule, hauteur = 1, largeur = 1) {
      if (!estPosee(cellule)) return;
      borner('colonnes', colonne + largeur);
      borner('cellules', (compte.cellules += hauteur * largeur));
      lignes = Math.max(lignes, ligne + hauteur);
      for (let l = ligne; l < Math.min(ligne + hauteur, LIMITES.lignes); l++) {
        const rangee = (cellules[l] ??= []);
        for (let c = colonne; c < colonne + largeur; c++) rangee[c] = cellule;
      }
    },
    fusionner(ligne, colonne, hauteur, largeur) {
      if (hauteur * largeur <= 1 || ligne >= LIMITES.lignes) return;
      fusions.push({ ligne, colonne, ligneFin: ligne + hauteur - 1, colonneFin: colonne + largeur - 1 });
    },
    noter: (ligne, colonne, contenu, auteur) => {
      notes.push(...notesDe(ligne, colonne, contenu, auteur));
    },
    masquerLignes: (ligne, nombre = 1) => ajouter(lignesMasquees, ligne, nombre, LIMITES.lignes),
    masquerColonnes: (colonne, nombre = 1) => ajouter(colonnesMasquees, colonne, nombre, LIMITES.colonnes),
    suivante: () => lignes,
    clore(nom) {
      const { masquee } = this;
      const nue = { nom, fusions, cellules, masquee, lignesMasquees, colonnesMasquees, notes };
      return lignes > LIMITES.lignes ? { ...nue, tropLongue: lignes } : nue;
    },
  };
}

function ajouter(ensemble: Set<number>, debut: number, nombre: number, limite: number): void {
  for (let n = debut; n < Math.min(debut + nombre, limite); n++) ensemble.add(n);
}
