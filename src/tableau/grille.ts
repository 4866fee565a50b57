/** Une cellule telle que le classeur la garde : sa valeur (en cache s'il y a une formule) et ce qu'en dit son format. */
export interface Cellule {
  readonly valeur: string | number | boolean | null;
  /** « #REF! », « #N/A »… */
  readonly erreur?: string;
  /** Le format de la cellule est un pourcentage : 0,165 y veut dire 16,5 %. */
  readonly pourcent?: boolean;
}

/** Une plage, lignes et colonnes comptées de zéro, bornes comprises. */
export interface Plage {
  readonly ligne: number;
  readonly colonne: number;
  readonly ligneFin: number;
  readonly colonneFin: number;
}

/** Ce que le contrôle lit d'une feuille, d'où qu'elle vienne ; rien ne s'y écrit. */
export interface Grille {
  readonly nom: string;
  readonly nombreDeLignes: number;
  readonly nombreDeColonnes: number;
  readonly fusions: readonly Plage[];
  cellule(ligne: number, colonne: number): Cellule | undefined;
  estMasquee(ligne: number): boolean;
}

/** @example adresse(1, 27) // « AB2 » */
export function adresse(ligne: number, colonne: number): string {
  let lettres = '';
  let n = colonne + 1;
  while (n > 0) {
    const rang = (n - 1) % 26;
    lettres = String.fromCharCode(65 + rang) + lettres;
    n = (n - 1 - rang) / 26;
  }
  return `${lettres}${ligne + 1}`;
}

export const adressePlage = (p: Plage): string => `${adresse(p.ligne, p.colonne)}:${adresse(p.ligneFin, p.colonneFin)}`;

export const contient = (p: Plage, ligne: number, colonne: number): boolean =>
  ligne >= p.ligne && ligne <= p.ligneFin && colonne >= p.colonne && colonne <= p.colonneFin;

/** La cellule, ou celle qui la couvre si elle appartient à une fusion. */
export function celluleEtendue(grille: Grille, ligne: number, colonne: number): Cellule | undefined {
  const propre = grille.cellule(ligne, colonne);
  if (propre && propre.valeur !== null && propre.valeur !== '') return propre;
  const fusion = grille.fusions.find((f) => contient(f, ligne, colonne));
  return fusion ? grille.cellule(fusion.ligne, fusion.colonne) : propre;
}

/**
 * Une grille faite de valeurs nues, comme une plage passée à une fonction personnalisée.
 * Une erreur de cellule y est un objet qui porte un `code` (« #REF! »).
 */
export function grilleDeValeurs(valeurs: readonly (readonly unknown[])[], nom = ''): Grille {
  const cellules = valeurs.map((rangee) => rangee.map(celluleDe));
  return {
    nom,
    nombreDeLignes: cellules.length,
    nombreDeColonnes: Math.max(0, ...cellules.map((rangee) => rangee.length)),
    fusions: [],
    cellule: (ligne, colonne) => cellules[ligne]?.[colonne],
    estMasquee: () => false,
  };
}

function celluleDe(valeur: unknown): Cellule {
  if (typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean') {
    return typeof valeur === 'string' && /^#[A-ZÉ/0-9]+[!?]?$/.test(valeur)
      ? { valeur: null, erreur: valeur }
      : { valeur };
  }
  if (typeof valeur === 'object' && valeur !== null && 'code' in valeur) {
    return { valeur: null, erreur: String(valeur.code) };
  }
  return { valeur: null };
}
