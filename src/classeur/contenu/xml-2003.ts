import type { Cellule } from '../../tableau';
import {
  BARRE,
  celluleDErreur,
  celluleDeDate,
  celluleDeNombre,
  celluleDeTexte,
  EXPOSANT,
  FIN,
  SANS_VALEUR,
} from '../cellule';
import { ouvrirChantier, type Chantier, type FeuilleLue } from './feuille-lue';
import { entier, locaux, nomLocal, parcourirXml, type Attributs, type Ecoute } from './xml';

interface Style {
  readonly parent: string;
  format?: string;
  barre?: boolean;
}

/** Les noms que donne ce format à quelques codes. */
const FORMATS: Readonly<Record<string, string>> = { Percent: '0.00%' };
/** Le balisage d'un texte enrichi. */
const MARQUES: Readonly<Record<string, string>> = { S: BARRE, Strike: BARRE, Del: BARRE, Sup: EXPOSANT, Sub: EXPOSANT };

/** Les feuilles d'une « feuille de calcul XML 2003 » (SpreadsheetML), que ses éléments portent un préfixe ou non. */
export function lireXml2003(xml: string): FeuilleLue[] {
  const feuilles: FeuilleLue[] = [];
  parcourirXml(xml, ecouteDeXml2003(feuilles));
  return feuilles;
}

function ecouteDeXml2003(feuilles: FeuilleLue[]): Ecoute {
  const compte = { cellules: 0 };
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  let chantier: Chantier | null = null;
  let nom = '';
  /** Le style que la ligne, ou la colonne, donne à ses cellules. */
  let [styleDeLigne, stylesDeColonne] = ['', [] as string[]];
  let [ligne, suiteDeLigne, colonne] = [0, 1, 0];
  let [cellule, donnee] = [{} as Attributs, null as Attributs | null];
  let [lu, dansDonnee, visible] = ['', false, false];
  let commentaire: string | null = null;
  let auteur = '';

  /** Le style et ceux dont il hérite. */
  const lignee = (id: string): Style[] => {
    const suite: Style[] = [];
    for (let s = styles.get(id); s && suite.length < 10; s = styles.get(s.parent)) suite.push(s);
    return suite;
  };

  const fermeCellule = (): void => {
    const id = cellule.StyleID ?? (styleDeLigne || (stylesDeColonne[colonne] ?? ''));
    const heritage = lignee(id);
    const lue = celluleDe(cellule, donnee, lu, heritage.find((s) => s.format)?.format);
    const barree = heritage.find((s) => s.barre !== undefined)?.barre;
    chantier?.poser(ligne, colonne, barree ? { ...lue, barree } : lue);
    const largeur = entier(`${Number(cellule.MergeAcross ?? 0) + 1}`);
    chantier?.fusionner(ligne, colonne, entier(`${Number(cellule.MergeDown ?? 0) + 1}`), largeur);
    colonne += largeur;
  };

  const ouvertures: Readonly<Record<string, (a: Attributs) => void>> = {
    Style: (a) => styles.set(a.ID ?? '', (style = { parent: a.Parent ?? '' })),
    NumberFormat(a) {
      if (style && a.Format) style.format = FORMATS[a.Format] ?? a.Format;
    },
    Worksheet(a) {
      nom = a.Name ?? `Feuille${feuilles.length + 1}`;
      chantier = ouvrirChantier(compte);
      [ligne, colonne, stylesDeColonne] = [0, 0, []];
    },
    Column(a) {
      if (a.Index) colonne = entier(a.Index) - 1;
      const largeur = entier(`${Number(a.Span ?? 0) + 1}`);
      if (a.Hidden === '1') chantier?.masquerColonnes(colonne, largeur);
      if (a.StyleID) for (let c = 0; c < Math.min(largeur, 256); c++) stylesDeColonne[colonne + c] = a.StyleID;
      colonne += largeur;
    },
    Row(a) {
      if (a.Index) ligne = entier(a.Index) - 1;
      suiteDeLigne = entier(`${Number(a.Span ?? 0) + 1}`);
      if (a.Hidden === '1') chantier?.masquerLignes(ligne, suiteDeLigne);
      [colonne, styleDeLigne] = [0, a.StyleID ?? ''];
    },
    Cell(a) {
      if (a.Index) colonne = entier(a.Index) - 1;
      [cellule, donnee, lu] = [a, null, ''];
    },
    Comment: (a) => ([commentaire, auteur] = ['', a.Author ?? '']),
    Visible: () => (visible = true),
    Data(a) {
      if (commentaire !== null) return;
      [donnee, dansDonnee] = [a, true];
    },
  };

  return {
    ouvre(element, attributs) {
      const local = nomLocal(element);
      if (dansDonnee) lu += MARQUES[local] ?? (local === 'BR' || local === 'Br' ? '\n' : '');
      else if (local === 'Font') {
        const { StrikeThrough } = locaux(attributs);
        if (style && StrikeThrough) style.barre = StrikeThrough === '1';
      } else ouvertures[local]?.(locaux(attributs));
    },
    ferme(element) {
      const local = nomLocal(element);
      if (local === 'Data') dansDonnee = false;
      else if (dansDonnee) lu += MARQUES[local] ? FIN : '';
      else if (local === 'Comment') {
        chantier?.noter(ligne, colonne, commentaire ?? '', auteur);
        commentaire = null;
      } else if (local === 'Visible') visible = false;
      else if (local === 'Style') style = null;
      else if (local === 'Cell') fermeCellule();
      else if (local === 'Row') ligne += suiteDeLigne;
      else if (local === 'Worksheet' && chantier) {
        feuilles.push(chantier.clore(nom));
        chantier = null;
      }
    },
    texte(texte) {
      if (commentaire !== null) commentaire += texte;
      else if (dansDonnee) lu += texte;
      else if (visible && chantier && /hidden/i.test(texte)) chantier.masquee = true;
    },
  };
}

function celluleDe({ Formula }: Attributs, donnee: Attributs | null, lu: string, format?: string): Cellule {
  if (lu === '' && Formula !== undefined && donnee?.Type !== 'String') return SANS_VALEUR;
  switch (donnee?.Type) {
    case 'Number':
      return lu.trim() === '' || Number.isNaN(Number(lu)) ? celluleDeTexte(lu) : celluleDeNombre(Number(lu), format);
    case 'Boolean':
      return { valeur: lu.trim() === '1' };
    case 'DateTime': {
      const date = new Date(`${lu.trim().slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(date.getTime()) ? celluleDeTexte(lu) : celluleDeDate(date);
    }
    case 'Error':
      return celluleDErreur(lu);
    default:
      return celluleDeTexte(lu.replace(/\r\n?/g, '\n'));
  }
}
