/** Ce que l'hôte interprète et que la page montre : un classeur, sans rien d'un tableur ni d'un complément particulier. */

/** `''` : cellule vide ; une erreur est son texte anglais, « #N/A », comme Excel le rend dans `values`. */
export type Valeur = string | number | boolean;

/** Lignes et colonnes comptées de zéro, bornes comprises. */
export interface Zone {
  ligne: number;
  colonne: number;
  ligneFin: number;
  colonneFin: number;
}

/** `null` : d'une partie du texte seulement. */
export type Effet = 'barre' | 'exposant' | 'indice';

export interface Style {
  /** « #RRGGBB » ; absent : aucun fond. */
  fond?: string;
  /** Motif du fond (« Solid », « Gray50 »…) et sa couleur, comme Excel les nomme. */
  motif?: string;
  couleurMotif?: string;
  police?: { nom?: string; taille?: number; gras?: boolean; italique?: boolean; couleur?: string } & Partial<
    Record<Effet, boolean | null>
  >;
  horizontal?: string;
  vertical?: string;
  retourALaLigne?: boolean;
  bordures?: Partial<Record<'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight', { style: string; couleur?: string }>>;
}

export interface Cellule {
  valeur: Valeur;
  /** Notation d'Excel : anglais, virgules, signe égal (« =SUM(A1,B2) ») ; seulement dans la cellule qui la porte. */
  formule?: string;
  /** Format de nombre ; absent : « General ». */
  format?: string;
  style?: Style;
}

export interface Commentaire {
  id: string;
  feuille: string;
  ligne: number;
  colonne: number;
  auteur: string;
  texte: string;
  reponses: { auteur: string; texte: string }[];
}

export interface Graphique {
  id: string;
  feuille: string;
  nom: string;
  type: string;
  source: Zone;
  titre?: string;
  position?: Zone;
  /** Tout autre réglage que le complément a posé, par son chemin : « legend.position », « axes.valueAxis.visible »… */
  reglages?: Record<string, unknown>;
}

export interface TableauExcel {
  id: string;
  feuille: string;
  nom: string;
  zone: Zone;
  entetes: boolean;
}

export interface FeuilleDonnees {
  id: string;
  nom: string;
  visibilite: 'Visible' | 'Hidden' | 'VeryHidden';
  protegee: boolean;
  /** Clé « ligne,colonne ». */
  cellules: Record<string, Cellule>;
  fusions: Zone[];
  /** Largeurs en points, hauteurs en points ; absentes : celles par défaut. */
  largeurs: Record<number, number>;
  hauteurs: Record<number, number>;
  /** Masquées par l'agent ou par un filtre. */
  lignesMasquees?: Record<number, true>;
  colonnesMasquees?: Record<number, true>;
  /** Mise en page, telle que le complément l'écrit. */
  miseEnPage: Record<string, unknown>;
  /** Zones où se déverse une formule, par la clé « ligne,colonne » de la cellule qui la porte. */
  deversements?: Record<string, Zone>;
  /** « #RRGGBB » de l'onglet ; absent : aucune. */
  couleurOnglet?: string;
}

/** Un classeur entier, en JSON. */
export interface ClasseurDonnees {
  feuilles: FeuilleDonnees[];
  active: string;
  noms: { nom: string; formule: string; visible: boolean; feuille?: string }[];
  tableaux: TableauExcel[];
  commentaires: Commentaire[];
  graphiques: Graphique[];
  /** Réglages gardés dans le document par le complément, clé → JSON. */
  reglages: Record<string, unknown>;
}

export type Origine = 'agent' | 'complement' | 'calcul';

/** Ce qui vient de changer, une fois fait. */
export type Modification = { origine: Origine } &
  /** `avant` et `apres` : une seule cellule ; `calcul` : des valeurs recalculées, sans saisie. */
  (
    | { type: 'cellules'; feuille: string; zone: Zone; avant?: Valeur; apres?: Valeur }
    | { type: 'styles' | 'masquage'; feuille: string; zone: Zone }
    | { type: 'lignes' | 'colonnes'; feuille: string; zone: Zone; sens: 'inserees' | 'supprimees' }
    /** Des cellules, non des lignes entières : ce qui suit se décale. */
    | { type: 'decalage'; feuille: string; zone: Zone; sens: 'bas' | 'droite' | 'haut' | 'gauche' }
    | { type: 'fusions' | 'mise en page' | 'protection'; feuille: string }
    | {
        type: 'feuille';
        feuille: string;
        sens: 'ajoutee' | 'supprimee' | 'renommee' | 'activee' | 'visibilite';
        /** Le nom d'avant, d'une feuille renommée ; la feuille quittée, d'une feuille activée. */
        avant?: string;
      }
    | { type: 'selection'; feuille: string; zone: Zone }
    | { type: 'commentaires' | 'graphiques' | 'noms' | 'reglages' }
  );

/** Le classeur ouvert dans l'hôte ; la page y porte les gestes de l'agent et en suit les changements. */
export interface ModeleDuBanc {
  donnees(): ClasseurDonnees;
  feuille(id: string): FeuilleDonnees | undefined;
  /** Une saisie : un texte qui commence par « = » est une formule, tout autre contenu une valeur. */
  saisir(feuille: string, zone: Zone, contenus: Valeur[][], origine?: Origine): void;
  /** Les valeurs qu'un moteur de calcul vient de trouver ; les formules restent. */
  recevoirCalcul(feuille: string, zone: Zone, valeurs: Valeur[][]): void;
  insererLignes(feuille: string, ligne: number, nombre: number, origine?: Origine): void;
  supprimerLignes(feuille: string, ligne: number, nombre: number, origine?: Origine): void;
  insererColonnes(feuille: string, colonne: number, nombre: number, origine?: Origine): void;
  supprimerColonnes(feuille: string, colonne: number, nombre: number, origine?: Origine): void;
  renommer(feuille: string, nom: string, origine?: Origine): void;
  ajouterFeuille(nom: string, origine?: Origine): FeuilleDonnees;
  supprimerFeuille(feuille: string, origine?: Origine): void;
  activer(feuille: string, origine?: Origine): void;
  selectionner(feuille: string, zone: Zone, origine?: Origine): void;
  selection(): { feuille: string; zone: Zone };
  surModification(rappel: (modification: Modification) => void): () => void;
}

/** Un appel de fonction personnalisée, tel que l'hôte le passe au complément par l'aiguilleur de la bibliothèque. */
export interface Appel {
  /** Nom déclaré dans functions.json. */
  fonction: string;
  /** Plage (tableau à deux dimensions), valeur seule, ou `null` pour un argument omis, selon ce que déclare functions.json. */
  arguments: unknown[];
  /** « Feuille!C2 ». */
  cellule: string;
  /** L'adresse de chaque argument, vide pour une valeur écrite ; absentes si functions.json ne les demande pas, ou si cet Excel les ignore. */
  adresses?: readonly string[];
}

/** Ce que la fonction a rendu : une valeur ou une plage (et la phrase de sa première erreur), ou un code d'erreur et sa phrase. */
export type Reponse = { valeur: unknown; message?: string } | { erreur: string; message?: string };
