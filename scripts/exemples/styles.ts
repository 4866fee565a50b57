import { typographier } from '../../src/nombres';
import type { Cell, Fill, Font, PageSetup, Row, Style, Workbook, Worksheet } from 'exceljs';

/** Ce que dit une couleur de fond ; la légende de chaque feuille la nomme, aucune ne parle seule. */
export const FONDS = {
  publie: 'FFDDEBF7',
  reconstitue: 'FFFCE4D6',
  calcule: 'FFE2EFDA',
  saisie: 'FFFFF9E0',
  avertissement: 'FFFFF2CC',
  entete: 'FFDDEBF7',
  total: 'FFF2F2F2',
} as const;
export type Fond = keyof typeof FONDS;

export const FORMATS = {
  entier: '#,##0',
  decimal: '#,##0.0',
  points: '0.0',
  pourcent: '0 %',
  pourcentFin: '0.0 %',
  hausse: '+0.0 %;-0.0 %;0 %',
  texte: '@',
} as const;

const BLEU = 'FF000091';
const GRIS = 'FFBFBFBF';

/** La police d'Excel ; sans nom ni taille, une cellule en gras en changerait. */
const police = (precisions: Partial<Font>): Partial<Font> => ({ name: 'Calibri', family: 2, size: 11, ...precisions });
export const GRAS = police({ bold: true });
export const SOUS_TITRE = police({ bold: true, size: 12, color: { argb: BLEU } });

export const remplir = (fond: Fond): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: FONDS[fond] } });

const FILET = { style: 'thin', color: { argb: GRIS } } as const;
export const FILETS: Style['border'] = { top: FILET, bottom: FILET, left: FILET, right: FILET };

interface MiseEnPage {
  readonly largeurs: readonly number[];
  /** La dernière ligne figée à l'écran ; répétée à l'impression si c'est celle des en-têtes. */
  readonly entete?: number;
  readonly colonnesFigees?: number;
  readonly orientation?: 'landscape' | 'portrait';
  /** En pour cent ; sans elle, la largeur d'une page, et les sauts de page à la main sont sans effet. */
  readonly echelle?: number;
}

const PAGE = {
  paperSize: 9,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
} satisfies Partial<PageSetup>;

/** Une feuille titrée, imprimée en A4, paysage sauf demande, sur la largeur d'une page. */
export function ajouterFeuille(
  classeur: Workbook,
  nom: string,
  titre: string,
  { largeurs, entete, colonnesFigees, orientation = 'landscape', echelle }: MiseEnPage,
): Worksheet {
  const feuille = classeur.addWorksheet(nom, {
    pageSetup: {
      ...PAGE,
      orientation,
      ...(echelle ? { fitToPage: false, scale: echelle } : {}),
      ...(entete ? { printTitlesRow: `${entete}:${entete}` } : {}),
    },
    headerFooter: { oddFooter: '&L&8Mutualisation SRU : &F&C&8&A&R&8Page &P sur &N' },
    views: [
      entete
        ? { state: 'frozen', xSplit: colonnesFigees ?? 0, ySplit: entete, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
  });
  largeurs.forEach((largeur, i) => {
    feuille.getColumn(i + 1).width = largeur;
  });
  titrer(feuille, titre);
  return feuille;
}

function titrer(feuille: Worksheet, texte: string): void {
  const cellule = feuille.getCell('A1');
  cellule.value = texte;
  cellule.font = police({ bold: true, size: 16, color: { argb: BLEU } });
  feuille.getRow(1).height = 26;
}

/** Une ligne de texte sur toute la largeur, à hauteur de ce qu'elle contient. */
export function ecrireLigne(feuille: Worksheet, ligne: number, plage: string, texte: string, fond?: Fond): Cell {
  feuille.mergeCells(plage);
  const cellule = feuille.getCell(plage.split(':')[0]!);
  cellule.value = typographier(texte);
  cellule.alignment = { wrapText: true, vertical: 'middle' };
  if (fond) cellule.fill = remplir(fond);
  const [debut, fin] = plage.split(':').map((a) => Number(feuille.getCell(a).col)) as [number, number];
  let largeur = 0;
  for (let c = debut; c <= fin; c++) largeur += feuille.getColumn(c).width ?? 9;
  ajusterHauteur(feuille.getRow(ligne), texte, largeur);
  return cellule;
}

/** Ce qu'on doit lire avant le tableau. */
export function avertir(feuille: Worksheet, plage: string, texte: string): void {
  const ligne = Number(feuille.getCell(plage.split(':')[0]!).row);
  ecrireLigne(feuille, ligne, plage, texte, 'avertissement').font = GRAS;
}

/** Sous un tableau : ce que dit chaque couleur, et ce qui n'en a pas ; le texte est dans la colonne des communes. */
export function ecrireLegende(
  feuille: Worksheet,
  debut: number,
  lignes: readonly (readonly [Fond | null, string])[],
): void {
  lignes.forEach(([fond, texte], i) => {
    if (fond) Object.assign(feuille.getCell(debut + i, 1), { fill: remplir(fond), border: FILETS });
    feuille.getCell(debut + i, 2).value = texte;
  });
}

const HAUTEUR_DE_LIGNE = 15;

/** La hauteur qu'un texte renvoyé à la ligne demande ; Excel ne l'ajuste pas dans une cellule fusionnée. */
export function ajusterHauteur(rangee: Row, texte: string, largeur: number): void {
  const lignes = texte.split('\n').reduce((n, t) => n + Math.max(1, Math.ceil((0.9 * t.length) / largeur)), 0);
  rangee.height = Math.max(rangee.height ?? 0, HAUTEUR_DE_LIGNE * lignes + 3);
}

/** Une étiquette en gras et, à côté, sa valeur. */
export function etiqueter(feuille: Worksheet, etiquette: string, texte: string, valeur: string): Cell {
  const cellule = feuille.getCell(etiquette);
  cellule.value = texte;
  cellule.font = GRAS;
  const voisine = feuille.getCell(valeur);
  voisine.alignment = { horizontal: 'left' };
  return voisine;
}

/** Les en-têtes d'un tableau, leur couleur, leurs filets. */
export function poserEntetes(
  feuille: Worksheet,
  ligne: number,
  titres: readonly string[],
  fondDe: (rang: number) => Fond,
): void {
  const rangee = feuille.getRow(ligne);
  titres.forEach((titre, i) => {
    const cellule = rangee.getCell(i + 1);
    cellule.value = titre;
    cellule.font = GRAS;
    cellule.fill = remplir(fondDe(i));
    cellule.border = FILETS;
    cellule.alignment = { wrapText: true, horizontal: 'center', vertical: 'middle' };
    ajusterHauteur(rangee, motsEnLignes(titre, feuille.getColumn(i + 1).width ?? 9), 200);
  });
}

/** Un titre étroit se coupe entre les mots. */
function motsEnLignes(titre: string, largeur: number): string {
  const lignes = [''];
  for (const mot of titre.split(' ')) {
    const courante = lignes.at(-1)!;
    if (courante && courante.length + mot.length + 2 > largeur) lignes.push(mot);
    else lignes[lignes.length - 1] = `${courante} ${mot}`.trim();
  }
  return lignes.join('\n');
}

/** Une ligne de total : fond gris, gras, filets. */
export function styliserTotal(feuille: Worksheet, ligne: number, colonnes: number): void {
  for (let c = 1; c <= colonnes; c++) {
    const cellule = feuille.getRow(ligne).getCell(c);
    Object.assign(cellule, { font: GRAS, fill: remplir('total'), border: FILETS });
  }
}

const VERDICTS = [
  { debut: 'CONFORME', texte: 'FF0A5C2B', fond: 'FFD5F0DC' },
  { debut: 'NON CONFORME', texte: 'FF9C0006', fond: 'FFFFD6D6' },
  { debut: 'INDÉTERMINÉ', texte: 'FF7A4B00', fond: 'FFFFE9B8' },
] as const;

/** Un verdict se colore selon son premier mot ; le mot suffit à qui ne voit pas les couleurs. */
export function colorerVerdicts(feuille: Worksheet, plage: string): void {
  const tete = plage.split(':')[0]!;
  feuille.addConditionalFormatting({
    ref: plage,
    rules: VERDICTS.map(({ debut, texte, fond }, i) => ({
      type: 'expression',
      priority: i + 1,
      formulae: [`LEFT(${tete},${debut.length})="${debut}"`],
      style: {
        font: { bold: true, color: { argb: texte } },
        fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fond } },
      },
    })),
  });
}
