import { celluleDeTexte, FIN } from '../cellule';
import { ouvrirChantier, type Chantier, type FeuilleLue } from './feuille-lue';
import { estCache, marqueDe, stylesDe, type StyleDe } from './html-styles';
import { borner } from './limites';
import { entier, parcourirHtml, type Attributs, type Ecoute } from './xml';

/** Un `<table>` ouvert ; une table dans une cellule en est une autre. */
interface Table {
  readonly chantier: Chantier;
  ligne: number;
  colonne: number;
  colonneDeCol: number;
  groupeMasque: boolean;
  /** Ce que la ligne met à ses cellules : la marque de barré. */
  marqueDeLigne: string;
  /** Par colonne, la première ligne qu'un `rowspan` n'occupe plus. */
  readonly libres: number[];
  cellule: { readonly attributs: Attributs; texte: string } | null;
}

/** Ce que ferme la fin d'un élément. */
interface Ouvert {
  readonly fin: string;
  readonly tu: boolean;
}

const BLOCS = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'section', 'blockquote']);
const SANS_TEXTE = new Set(['script', 'style', 'template', 'title', 'option']);
const DE_TABLE = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'col', 'colgroup']);
/** Le HTML borne de même ce qu'une cellule couvre. */
const COUVERTURE = { colspan: 1000, rowspan: 65_534, span: 1000 };
/** De ce qu'une page écrit avant une table, le plus proche. */
const LIGNES_DE_TITRE = 20;

/** Les tables d'une page, une par feuille ; le texte qui précède une table se place au-dessus, celui qui suit la dernière en dessous. */
export function lireHtml(html: string, nom: string): FeuilleLue[] {
  const { chantiers, ecoute, finir } = lecture(stylesDe(html));
  parcourirHtml(html, ecoute);
  finir();
  const remplis = chantiers.filter((c) => c.suivante() > 0);
  return remplis.map((c, i) => c.clore(remplis.length === 1 ? nom : `${nom} (${i + 1})`));
}

function lecture(styleDe: StyleDe): { chantiers: readonly Chantier[]; ecoute: Ecoute; finir: () => void } {
  const compte = { cellules: 0 };
  const chantiers: Chantier[] = [];
  const tables: Table[] = [];
  const ouverts: Ouvert[] = [];
  let tus = 0;
  let dehors = '';

  const ecrire = (texte: string): void => {
    const table = tables.at(-1);
    if (!table) dehors += texte;
    else if (table.cellule) table.cellule.texte += texte;
  };

  const poserDehors = (chantier: Chantier): void => {
    const lignes = net(dehors).split('\n').filter(Boolean).slice(-LIGNES_DE_TITRE);
    for (const ligne of lignes) chantier.poser(chantier.suivante(), 0, celluleDeTexte(ligne));
    dehors = '';
  };

  const ouvreTable = (masquee: boolean): void => {
    const chantier = ouvrirChantier(compte);
    chantier.masquee = masquee;
    if (tables.length === 0) poserDehors(chantier);
    chantiers.push(chantier);
    const debut = {
      ligne: chantier.suivante() - 1,
      colonne: 0,
      colonneDeCol: 0,
      groupeMasque: false,
      marqueDeLigne: '',
    };
    tables.push({ ...debut, chantier, libres: [], cellule: null });
  };

  const ouvreDeTable = (element: string, a: Attributs, style: string, table: Table): void => {
    const masque = estCache(style, a);
    if (element === 'td' || element === 'th') {
      while ((table.libres[table.colonne] ?? 0) > table.ligne) table.colonne++;
      if (masque) table.chantier.masquerColonnes(table.colonne);
      table.cellule = { attributs: a, texte: table.marqueDeLigne };
    } else if (element === 'tr') {
      [table.ligne, table.colonne, table.marqueDeLigne] = [table.ligne + 1, 0, marqueDe(element, a, style)];
      if (masque || table.groupeMasque) table.chantier.masquerLignes(table.ligne);
    } else if (element === 'col') {
      const largeur = couverture(a, 'span');
      if (masque) table.chantier.masquerColonnes(table.colonneDeCol, largeur);
      table.colonneDeCol += largeur;
    } else table.groupeMasque = masque;
  };

  const fermeCellule = (table: Table): void => {
    if (!table.cellule) return;
    const { attributs, texte } = table.cellule;
    const { ligne, colonne, chantier } = table;
    const [largeur, hauteur] = [couverture(attributs, 'colspan'), couverture(attributs, 'rowspan')];
    borner('colonnes', colonne + largeur);
    chantier.poser(Math.max(ligne, 0), colonne, celluleDeTexte(net(texte)));
    chantier.fusionner(ligne, colonne, hauteur, largeur);
    table.libres.length = Math.max(table.libres.length, colonne + largeur);
    table.libres.fill(ligne + hauteur, colonne, colonne + largeur);
    table.colonne += largeur;
    table.cellule = null;
  };

  const ecoute: Ecoute = {
    ouvre(element, a) {
      const style = styleDe(a);
      const table = tables.at(-1);
      if (element === 'table') ouvreTable(tus > 0 || estCache(style, a));
      else if (table && DE_TABLE.has(element)) ouvreDeTable(element, a, style, table);
      const tu = SANS_TEXTE.has(element) || (!DE_TABLE.has(element) && estCache(style, a));
      if (tu) tus++;
      const marque = element === 'tr' || element === 'table' ? '' : marqueDe(element, a, style);
      const saut = BLOCS.has(element) ? '\n' : '';
      ecrire(element === 'br' ? '\n' : saut + marque);
      ouverts.push({ fin: (marque && FIN) + saut, tu });
    },
    ferme(element) {
      const ouvert = ouverts.pop();
      if (ouvert?.tu) tus--;
      ecrire(ouvert?.fin ?? '');
      const table = tables.at(-1);
      if (table && (element === 'td' || element === 'th')) fermeCellule(table);
      else if (element === 'table') tables.pop();
    },
    texte(texte) {
      if (tus === 0) ecrire(texte.replace(/[ \t\r\n]+/g, ' '));
    },
  };
  const finir = (): void => {
    const derniere = chantiers.at(-1);
    if (derniere) poserDehors(derniere);
  };
  return { chantiers, ecoute, finir };
}

/** Les lignes d'un texte, sans leurs marges ni celles qui sont vides. */
const net = (texte: string): string =>
  texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter(Boolean)
    .join('\n');

const couverture = (attributs: Attributs, quoi: keyof typeof COUVERTURE): number =>
  Math.min(entier(attributs[quoi]), COUVERTURE[quoi]);
