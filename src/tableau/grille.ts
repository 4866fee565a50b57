/** Une cellule telle que le classeur la garde : sa valeur (en cache s'il y a une formule) et ce qu'en dit son format. */
export interface Cellule {
  /** Une date y est un texte (« 01/01/2022 »), non son numéro de jour. */
  readonly valeur: string | number | boolean | null;
  /** « #REF! », « #N/A »… */
  readonly erreur?: string;
  /** Le format de la cellule est un pourcentage : 0,165 y veut dire 16,5 %. */
  readonly pourcent?: boolean;
  /** Une formule dont le classeur n'a gardé aucune valeur : la cellule n'est pas vide, on ne sait pas ce qu'elle montre. */
  readonly sansValeur?: true;
  /** La cellule entière est barrée. */
  readonly barree?: true;
  /** Ce que `valeur` laisse de côté : un appel de note en exposant, un passage barré. */
  readonly ote?: string;
}

/** Une plage, lignes et colonnes comptées de zéro, bornes comprises. */
export interface Plage {
  readonly ligne: number;
  readonly colonne: number;
  readonly ligneFin: number;
  readonly colonneFin: number;
}

/** Ce qu'une partie d'un contrat rédigé laisse à écrire. */
export interface Blancs {
  readonly partie: string;
  readonly nombre: number;
}

/** Un passage d'un contrat rédigé qui redit ce que porte son annexe, tel qu'il est écrit. */
export interface Redite {
  readonly sur: 'periode' | 'reference' | 'plancher' | 'objectif' | 'plai' | 'pls';
  readonly ou: string;
  readonly commune: string | null;
  readonly texte: string;
}

/** Un commentaire d'une cellule, ou la réponse à un commentaire. */
export interface Note {
  readonly ligne: number;
  readonly colonne: number;
  readonly texte: string;
}

/** Ce que le contrôle lit d'une feuille, d'où qu'elle vienne ; rien ne s'y écrit. */
export interface Grille {
  readonly nom: string;
  readonly nombreDeLignes: number;
  readonly fusions: readonly Plage[];
  /** La feuille est masquée : l'agent ne la voit pas. */
  readonly masquee?: boolean;
  /** La ligne est masquée ou écartée par un filtre. Absente : on ne le sait pas. */
  ligneMasquee?(ligne: number): boolean;
  colonneMasquee?(colonne: number): boolean;
  /** Ses lignes sont les colonnes de la feuille : une adresse s'y lit à l'envers. */
  readonly transposee?: true;
  /** La feuille a ce nombre de lignes, plus que le contrôle n'en accepte : seules les premières sont là, rien n'en peut être conclu. */
  readonly tropLongue?: number;
  /** Ce qu'un contrat rédigé laisse à écrire, partie par partie. */
  readonly aCompleter?: readonly Blancs[];
  /** Ce que le corps d'un contrat rédigé redit de son annexe. */
  readonly redites?: readonly Redite[];
  /** Les commentaires de l'agent, les nôtres à part. */
  readonly notes?: readonly Note[];
  cellule(ligne: number, colonne: number): Cellule | undefined;
  /** Les colonnes remplies d'une ligne, de gauche à droite : une feuille de 16 384 colonnes n'en a souvent que dix. */
  colonnes(ligne: number): readonly number[];
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

/** L'adresse, dans la feuille de l'agent, d'une cellule de la grille. */
export const adresseDans = ({ transposee }: Pick<Grille, 'transposee'>, ligne: number, colonne: number): string =>
  transposee ? adresse(colonne, ligne) : adresse(ligne, colonne);

export const adressePlage = (p: Plage): string => `${adresse(p.ligne, p.colonne)}:${adresse(p.ligneFin, p.colonneFin)}`;

const DERNIERE_LIGNE = 1_048_575;
const DERNIERE_COLONNE = 16_383;

/**
 * Les bornes d'une adresse sans feuille ; une colonne ou une ligne entière (« A:C », « 2:2 ») va jusqu'au bord.
 * @example plageDe('$B$2') // ligne 1, colonne 1
 */
export function plageDe(adresse: string): Plage {
  const [debut = '', fin = debut] = adresse.replaceAll('$', '').split(':');
  return {
    ligne: ligneDe(debut) ?? 0,
    colonne: colonneDe(debut) ?? 0,
    ligneFin: ligneDe(fin) ?? DERNIERE_LIGNE,
    colonneFin: colonneDe(fin) ?? DERNIERE_COLONNE,
  };
}

function ligneDe(coin: string): number | null {
  const chiffres = /(?<!\d)\d+$/.exec(coin);
  return chiffres ? Number(chiffres[0]) - 1 : null;
}

function colonneDe(coin: string): number | null {
  const lettres = /^[A-Z]+/i.exec(coin)?.[0].toUpperCase();
  return lettres ? [...lettres].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0) - 1 : null;
}

export const estRemplie = (cellule: Cellule | undefined): cellule is Cellule =>
  cellule !== undefined && (cellule.erreur !== undefined || (cellule.valeur !== null && cellule.valeur !== ''));

/** Les fusions de chaque grille, par colonne et de haut en bas, rangées à la première recherche. */
const rangements = new WeakMap<Grille, Map<number, readonly Plage[]>>();

function fusionsDe(grille: Grille, colonne: number): readonly Plage[] {
  let parColonne = rangements.get(grille);
  if (!parColonne) rangements.set(grille, (parColonne = new Map<number, readonly Plage[]>()));
  let fusions = parColonne.get(colonne);
  if (!fusions) {
    fusions = grille.fusions
      .filter((f) => colonne >= f.colonne && colonne <= f.colonneFin)
      .sort((a, b) => a.ligne - b.ligne);
    parColonne.set(colonne, fusions);
  }
  return fusions;
}

/** La fusion qui couvre une cellule, s'il y en a une. */
export function fusionDe(grille: Grille, ligne: number, colonne: number): Plage | undefined {
  if (grille.fusions.length === 0) return undefined;
  const fusions = fusionsDe(grille, colonne);
  let [bas, haut] = [0, fusions.length];
  while (bas < haut) {
    const milieu = (bas + haut) >>> 1;
    if (fusions[milieu]!.ligne <= ligne) bas = milieu + 1;
    else haut = milieu;
  }
  const fusion = fusions[bas - 1];
  return fusion && ligne <= fusion.ligneFin ? fusion : undefined;
}

/** La cellule, ou celle qui la couvre si elle appartient à une fusion. */
export function celluleEtendue(grille: Grille, ligne: number, colonne: number): Cellule | undefined {
  const propre = grille.cellule(ligne, colonne);
  if (estRemplie(propre)) return propre;
  const fusion = fusionDe(grille, ligne, colonne);
  return fusion ? grille.cellule(fusion.ligne, fusion.colonne) : propre;
}

/**
 * Une grille faite de valeurs nues, comme une plage passée à une fonction personnalisée.
 * Une erreur de cellule y est un objet qui porte un `code` (« #REF! ») ; une cellule toute faite s'y garde.
 */
export function grilleDeValeurs(
  valeurs: readonly (readonly unknown[])[],
  nom = '',
  fusions: readonly Plage[] = [],
): Grille {
  const cellules = valeurs.map((rangee) => rangee.map(celluleDe));
  return {
    nom,
    nombreDeLignes: cellules.length,
    fusions,
    cellule: (ligne, colonne) => cellules[ligne]?.[colonne],
    colonnes: (ligne) => (cellules[ligne] ?? []).flatMap((cellule, c) => (estRemplie(cellule) ? [c] : [])),
  };
}

function celluleDe(valeur: unknown): Cellule {
  if (typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean') {
    return typeof valeur === 'string' && /^#[A-ZÉ/0-9]+[!?]?$/.test(valeur)
      ? { valeur: null, erreur: valeur }
      : { valeur };
  }
  if (typeof valeur !== 'object' || valeur === null) return { valeur: null };
  if ('code' in valeur) return { valeur: null, erreur: String(valeur.code) };
  return 'valeur' in valeur ? (valeur as Cellule) : { valeur: null };
}
