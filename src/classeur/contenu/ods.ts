import type { Cellule } from '../../tableau';
import { BARRE, celluleDErreur, celluleDeDate, celluleDeTexte, EXPOSANT, FIN, SANS_VALEUR } from '../cellule';
import { ouvrirChantier, type Chantier, type FeuilleLue } from './feuille-lue';
import { LIMITES } from './limites';
import { lireStyles, type Styles } from './ods-styles';
import { entier, parcourirXml, type Attributs, type Ecoute } from './xml';

/** Ce qu'une cellule porte sans le montrer : annotation, dessin ; ou qu'un classeur garde sans que ce soit une feuille. */
const ECARTES = new Set([
  'office:annotation',
  'office:forms',
  'table:shapes',
  'table:tracked-changes',
  'table:dde-links',
  'draw:frame',
  'draw:object',
  'draw:custom-shape',
]);

/** Les feuilles d'un ods : son `content.xml`, et le `styles.xml` dont il hérite ; ou un fods, qui tient en un seul document. */
export function lireOds(contenu: string, stylesCommuns = ''): FeuilleLue[] {
  const feuilles: FeuilleLue[] = [];
  parcourirXml(contenu, ecouteDOds(lireStyles(stylesCommuns, contenu), feuilles));
  return feuilles;
}

function ecouteDOds(styles: Styles, feuilles: FeuilleLue[]): Ecoute {
  const compte = { cellules: 0 };
  const passages: Passage[] = [];
  let chantier: Chantier | null = null;
  let nom = '';
  let colonnesBarrees: boolean[] = [];
  let [ligne, hauteur, colonne] = [0, 1, 0];
  let cellule: Attributs = {};
  /** Le texte de la cellule, en morceaux. */
  let morceaux: string[] = [];
  let [lettres, paragraphes] = [0, 0];
  let ecartes = 0;
  /** L'annotation ouverte, et si l'on est dans son texte plutôt qu'à son auteur ou à sa date. */
  let [note, annotee] = [null as string | null, false];

  const ecrire = (texte: string): void => {
    morceaux.push(texte);
    lettres += texte.length;
  };

  /** Un court passage de style inconnu est pris pour un appel de note : le coller au nombre qui le précède en ferait un autre. */
  const fermePassage = (): void => {
    const passage = passages.pop();
    if (!passage) return;
    const { rang, avant, marque } = passage;
    const propre = marque ?? (avant > 0 && lettres - avant <= 3 ? EXPOSANT : '');
    if (propre) morceaux[rang] = propre;
    morceaux.push(propre && FIN);
  };

  const ouvreColonnes = (a: Attributs, largeur: number): void => {
    if (estMasque(a)) chantier?.masquerColonnes(colonne, largeur);
    if (styles.a(a['table:default-cell-style-name'], 'barre')) {
      for (let c = colonne; c < Math.min(colonne + largeur, LIMITES.colonnes); c++) colonnesBarrees[c] = true;
    }
    colonne += largeur;
  };

  const fermeCellule = (): void => {
    const largeur = entier(cellule['table:number-columns-repeated']);
    const lue = celluleDe(cellule, morceaux.join(''));
    const style = cellule['table:style-name'];
    const barree = style === undefined ? (colonnesBarrees[colonne] ?? false) : styles.a(style, 'barre');
    chantier?.poser(ligne, colonne, barree ? { ...lue, barree } : lue, hauteur, largeur);
    const fusion = [entier(cellule['table:number-rows-spanned']), entier(cellule['table:number-columns-spanned'])];
    chantier?.fusionner(ligne, colonne, fusion[0]!, fusion[1]!);
    colonne += largeur;
  };

  return {
    ouvre(element, a) {
      if (ecartes > 0 || ECARTES.has(element) || (element === 'table:table' && chantier)) {
        if (ecartes++ === 0 && element === 'office:annotation') note = '';
        else if (note !== null && element === 'text:p') [note, annotee] = [note && `${note}\n`, true];
        return;
      }
      switch (element) {
        case 'table:table':
          nom = a['table:name'] ?? `Feuille${feuilles.length + 1}`;
          chantier = ouvrirChantier(compte);
          chantier.masquee = styles.a(a['table:style-name'], 'masque');
          [ligne, colonne, colonnesBarrees] = [0, 0, []];
          break;
        case 'table:table-column':
          ouvreColonnes(a, entier(a['table:number-columns-repeated']));
          break;
        case 'table:table-row':
          hauteur = entier(a['table:number-rows-repeated']);
          colonne = 0;
          if (estMasque(a)) chantier?.masquerLignes(ligne, hauteur);
          break;
        case 'table:table-cell':
          [cellule, morceaux, lettres, paragraphes] = [a, [], 0, 0];
          break;
        case 'table:covered-table-cell':
          colonne += entier(a['table:number-columns-repeated']);
          ecartes++;
          break;
        case 'text:p':
          if (paragraphes++ > 0) ecrire('\n');
          break;
        case 'text:span':
          passages.push({
            rang: morceaux.push('') - 1,
            avant: lettres,
            marque: marqueDe(styles, a['text:style-name']),
          });
          break;
        case 'text:s':
          ecrire(' '.repeat(Math.min(entier(a['text:c']), 100)));
          break;
        case 'text:tab':
          ecrire('\t');
          break;
        case 'text:line-break':
          ecrire('\n');
          break;
      }
    },
    ferme(element) {
      if (ecartes > 0) {
        if (element === 'text:p') annotee = false;
        if (--ecartes > 0 || note === null) return;
        chantier?.noter(ligne, colonne, note);
        note = null;
      } else if (element === 'text:span') fermePassage();
      else if (element === 'table:table-cell') fermeCellule();
      else if (element === 'table:table-row') ligne += hauteur;
      else if (element === 'table:table' && chantier) {
        feuilles.push(chantier.clore(nom));
        chantier = null;
      }
    },
    texte(texte) {
      if (annotee) note += texte.replace(/\s+/g, ' ');
      else if (ecartes === 0 && paragraphes > 0) ecrire(texte.replace(/\s+/g, ' '));
    },
  };
}

/** Un `text:span` ouvert : où se met sa marque, et combien de lettres l'y précèdent. */
interface Passage {
  readonly rang: number;
  readonly avant: number;
  readonly marque: string | undefined;
}

/** La marque d'un passage ; `undefined` si rien ne dit ce qu'est son style. */
function marqueDe(styles: Styles, nom: string | undefined): string | undefined {
  if (styles.a(nom, 'barre')) return BARRE;
  if (styles.a(nom, 'exposant')) return EXPOSANT;
  return nom === undefined || styles.connait(nom) ? '' : undefined;
}

const estMasque = (a: Attributs): boolean => /^(?:collapse|filter)$/.test(a['table:visibility'] ?? '');

function celluleDe(a: Attributs, lu: string): Cellule {
  const type = a['office:value-type'];
  const texte = lu || (a['office:string-value'] ?? '');
  if (a['calcext:value-type'] === 'error') return celluleDErreur(texte);
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const valeur = Number.parseFloat(a['office:value'] ?? '');
      if (Number.isNaN(valeur)) break;
      return type === 'percentage' ? { valeur, pourcent: true } : { valeur };
    }
    case 'boolean':
      return { valeur: a['office:boolean-value'] === 'true' };
    case 'date': {
      const date = new Date(`${(a['office:date-value'] ?? '').slice(0, 10)}T00:00:00Z`);
      if (!Number.isNaN(date.getTime())) return celluleDeDate(date);
      break;
    }
    default:
  }
  if (texte === '' && type !== 'string' && a['table:formula'] !== undefined) return SANS_VALEUR;
  return celluleDeTexte(texte);
}
