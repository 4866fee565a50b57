import { BARRE, EXPOSANT, FIN } from '../../cellule';
import { ErreurDeFichier } from '../erreur';
import { locaux, nomLocal, parcourirXml, type Attributs } from '../xml';

export interface CelluleDeTableau {
  readonly colonne: number;
  largeur: number;
  /** Le nombre de lignes couvertes ; zéro : c'est une cellule du dessus qui couvre celle-ci. */
  hauteur: number;
  texte: string;
  /** Ce que des commentaires et des notes de bas de page en disent. */
  readonly notes: string[];
}

export type Bloc =
  | { readonly type: 'paragraphe'; readonly texte: string; readonly titre: boolean }
  | { readonly type: 'tableau'; readonly lignes: CelluleDeTableau[][] };

/** Le texte d'un commentaire ou d'une note, à son genre et à son numéro. */
export type Renvois = (genre: Genre, numero: string) => string | undefined;
export type Genre = 'comments' | 'footnotes' | 'endnotes';

const RENVOIS: Readonly<Record<string, Genre>> = {
  commentReference: 'comments',
  footnoteReference: 'footnotes',
  endnoteReference: 'endnotes',
};
const MODIFIE = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel']);
const SUIVI =
  'Ce document porte des modifications suivies : le contrôle ne sait pas lesquelles valent. Les accepter ou les refuser, puis enregistrer.';
const COUVERTURE = 100;

/**
 * Les paragraphes et les tableaux d'un document Word, dans l'ordre. Un tableau dans une cellule n'en est que le texte ; un texte masqué
 * n'est pas lu ; un passage barré ou en exposant est marqué. Refuse un document aux modifications suivies.
 */
export function blocsDe(xml: string, renvois: Renvois): Bloc[] {
  const lecteur = new LecteurDeDocument(renvois);
  parcourirXml(xml, lecteur);
  return lecteur.blocs;
}

const NU: { readonly marque: string; readonly cache: boolean } = { marque: '', cache: false };

class LecteurDeDocument {
  readonly blocs: Bloc[] = [];
  /** Les tableaux ouverts, l'un dans l'autre. */
  private profondeur = 0;
  private lignes: CelluleDeTableau[][] = [];
  private cellule: CelluleDeTableau | null = null;
  /** Par colonne, la dernière cellule qu'aucune autre ne couvre. */
  private readonly couvrantes = new Map<number, CelluleDeTableau>();
  private paragraphe = { texte: '', titre: false };
  private passage = NU;
  private enTexte = false;
  /** Ce que Word redit pour les logiciels qui ne lisent pas la première forme. */
  private secours = 0;

  constructor(private readonly renvois: Renvois) {}

  readonly ouvre = (element: string, attributs: Attributs): void => {
    const nom = nomLocal(element);
    if (MODIFIE.has(nom)) throw new ErreurDeFichier(SUIVI);
    if (nom === 't') this.enTexte = true;
    else if (nom === 'r') this.passage = NU;
    else if (nom === 'Fallback') this.secours++;
    else if (nom === 'tbl') this.ouvreTableau();
    else this.ouvreDansLeTexte(nom, locaux(attributs));
  };

  readonly ferme = (element: string): void => {
    const nom = nomLocal(element);
    if (nom === 't') this.enTexte = false;
    else if (nom === 'r') this.passage = NU;
    else if (nom === 'Fallback') this.secours--;
    else if (nom === 'tbl') this.profondeur--;
    else if (nom === 'tc' && this.profondeur === 1) this.fermeCellule();
    else if (nom === 'p') this.fermeParagraphe();
  };

  readonly texte = (texte: string): void => {
    if (this.enTexte) this.ecrire(texte);
  };

  private ouvreDansLeTexte(nom: string, { val = '', id = '' }: Attributs): void {
    const vrai = !/^(?:0|false|off|none)$/.test(val);
    if (nom === 'tab') this.ecrire(' ');
    else if (nom === 'br' || nom === 'cr') this.ecrire('\n');
    else if (nom === 'noBreakHyphen') this.ecrire('-');
    else if ((nom === 'strike' || nom === 'dstrike') && vrai) this.passage = { ...this.passage, marque: BARRE };
    else if (nom === 'vertAlign' && val.endsWith('script'))
      this.passage = { ...this.passage, marque: this.passage.marque || EXPOSANT };
    else if (nom === 'vanish' && vrai) this.passage = { ...this.passage, cache: true };
    else if (nom === 'pStyle' && this.profondeur === 0)
      this.paragraphe.titre = /^(?:title|titre|heading)\s*[12]?$/i.test(val);
    else if (RENVOIS[nom]) this.cellule?.notes.push(...[this.renvois(RENVOIS[nom], id) ?? []].flat());
    else if (this.profondeur === 1) this.ouvreDansLeTableau(nom, val);
  }

  private ouvreTableau(): void {
    if (++this.profondeur > 1) return;
    this.lignes = [];
    this.couvrantes.clear();
    this.blocs.push({ type: 'tableau', lignes: this.lignes });
  }

  private ouvreDansLeTableau(nom: string, val: string): void {
    if (nom === 'tr') this.lignes.push([]);
    else if (nom === 'tc') {
      const derniere = this.lignes.at(-1)?.at(-1);
      const colonne = derniere ? derniere.colonne + derniere.largeur : 0;
      this.cellule = { colonne, largeur: 1, hauteur: 1, texte: '', notes: [] };
    } else if (nom === 'gridSpan' && this.cellule)
      this.cellule.largeur = Math.min(Math.max(Number(val) || 1, 1), COUVERTURE);
    else if (nom === 'vMerge' && val !== 'restart' && this.cellule) this.cellule.hauteur = 0;
  }

  private ecrire(texte: string): void {
    if (this.secours > 0 || this.passage.cache) return;
    const { marque } = this.passage;
    const marquee = marque ? `${marque}${texte}${FIN}` : texte;
    if (this.cellule) this.cellule.texte += marquee;
    else this.paragraphe.texte += marquee;
  }

  private fermeParagraphe(): void {
    if (this.profondeur > 0) this.ecrire('\n');
    else {
      this.blocs.push({ type: 'paragraphe', ...this.paragraphe });
      this.paragraphe = { texte: '', titre: false };
    }
  }

  private fermeCellule(): void {
    const { cellule } = this;
    if (!cellule) return;
    const couvrante = this.couvrantes.get(cellule.colonne);
    if (cellule.hauteur > 0) this.couvrantes.set(cellule.colonne, cellule);
    else if (couvrante) couvrante.hauteur++;
    this.lignes.at(-1)?.push(cellule);
    this.cellule = null;
  }
}
