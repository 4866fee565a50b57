import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  StringValueElement,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
  TextRun,
  WidthType,
  type ITableOptions,
  type IStylesOptions,
} from 'docx';
import type { Verdict } from '../../tableau';
import { ecrireCompte, typographier } from '../../nombres';
import type { Bloc, Element, Niveau, Note, Partie, Tableau } from './document';

/** La note en .docx : A4, titres, en-têtes de tableau répétés, en français ; dans Node comme dans un navigateur. */
export async function noteEnDocx({ titre, parties }: Note): Promise<Uint8Array> {
  const [premiere, ...suite] = parties.map(enSection);
  const document = new Document({
    title: ecrire(titre),
    creator: 'Mutualisation SRU',
    lastModifiedBy: 'Mutualisation SRU',
    styles: STYLES,
    sections: [
      {
        ...premiere!,
        children: [new Paragraph({ text: ecrire(titre), heading: HeadingLevel.TITLE }), ...premiere!.children],
      },
      ...suite,
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const NOIR = '161616';
const GRIS = '929292';
const COULEURS: Readonly<Record<Verdict, string>> = {
  conforme: '18753C',
  'non conforme': 'B3000C',
  indetermine: '7A4100',
  'rien a controler': '3A3A3A',
};

const deTitre = (size: number, before: number) => ({
  run: { size, bold: true, color: NOIR, font: 'Arial' },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});
const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 20, color: NOIR, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 100 } },
    },
    title: deTitre(32, 0),
    heading1: deTitre(26, 360),
    heading2: deTitre(22, 260),
    heading3: deTitre(20, 160),
    caption: {
      run: { italics: true, size: 18, color: NOIR },
      paragraph: { spacing: { before: 80, after: 60 }, keepNext: true },
    },
  },
};

/** A4, marges de 18 mm ; en vingtièmes de point. */
const PAGE = { largeur: 11906, hauteur: 16838, marge: 1020 };

function enSection({ orientation, blocs }: Partie) {
  const paysage = orientation === 'paysage';
  const utile = (paysage ? PAGE.hauteur : PAGE.largeur) - 2 * PAGE.marge;
  const { marge } = PAGE;
  return {
    properties: {
      page: {
        size: {
          width: PAGE.largeur,
          height: PAGE.hauteur,
          orientation: paysage ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: marge, bottom: marge, left: marge, right: marge },
      },
    },
    footers: { default: new Footer({ children: [PIED()] }) },
    children: blocs.flatMap((bloc) => enDocx(bloc, utile)),
  };
}

const PIED = () =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ size: 16, children: ['Page ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] })],
  });

const NIVEAUX = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
} as const satisfies Record<Niveau, string>;

function enDocx(bloc: Bloc, utile: number): (Paragraph | Table)[] {
  switch (bloc.type) {
    case 'titre':
      return [new Paragraph({ text: ecrire(bloc.texte), heading: NIVEAUX[bloc.niveau] })];
    case 'paragraphe':
      return [new Paragraph({ text: ecrire(bloc.texte) })];
    case 'avertissement':
      return [new Paragraph({ keepNext: true, children: [new TextRun({ text: ecrire(bloc.texte), bold: true })] })];
    case 'verdict':
      return [encadre(bloc.texte, COULEURS[bloc.verdict])];
    case 'liste':
      return bloc.elements.map(puce);
    case 'tableau':
      return [
        new Paragraph({ text: ecrire(bloc.legende), style: 'Caption' }),
        tableau(bloc, utile),
        new Paragraph({ text: '' }),
      ];
  }
}

function encadre(texte: string, color: string): Paragraph {
  const filet = { style: BorderStyle.SINGLE, size: 12, space: 6, color };
  return new Paragraph({
    spacing: { before: 120, after: 160 },
    border: { top: filet, bottom: filet, left: filet, right: filet },
    children: [new TextRun({ text: ecrire(texte), bold: true, color, size: 22 })],
  });
}

const puce = ({ sujet, texte, source }: Element): Paragraph =>
  new Paragraph({
    bullet: { level: 0 },
    spacing: { after: 60 },
    children: [
      ...(sujet ? [new TextRun({ text: ecrire(`${sujet} : `), bold: true })] : []),
      new TextRun({ text: ecrire(texte) }),
      ...(source ? [new TextRun({ text: ecrire(` (${source})`), size: 16 })] : []),
    ],
  });

/** Un tableau et son texte de remplacement, que `docx` n'offre pas : il clôt les propriétés du tableau. */
class TableauDecrit extends Table {
  constructor(options: ITableOptions, { legende, colonnes, lignes }: Tableau) {
    super(options);
    const proprietes = this.root.find((element) => element instanceof TableProperties);
    const titres = colonnes.map((c) => c.titre).join(', ');
    proprietes?.addChildElement(new StringValueElement('w:tblCaption', ecrire(legende)));
    proprietes?.addChildElement(
      new StringValueElement(
        'w:tblDescription',
        ecrire(`${ecrireCompte(lignes.length, 'ligne')} ; colonnes : ${titres}.`),
      ),
    );
  }
}

const FILET = { style: BorderStyle.SINGLE, size: 4, color: GRIS };
const HAUTEUR_A_SIGNER = { value: 760, rule: HeightRule.ATLEAST };

function tableau(bloc: Tableau, utile: number): Table {
  const { colonnes, lignes, total, aSigner } = bloc;
  const somme = colonnes.reduce((t, c) => t + c.largeur, 0);
  const largeurs = colonnes.map((c) => Math.max(1, (utile * c.largeur) / somme) | 0);
  const serre = colonnes.length > 8 ? 16 : 18;
  const cellule = (texte: string, rang: number, gras: boolean) =>
    new TableCell({
      width: { size: largeurs[rang]!, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: colonnes[rang]!.nombre ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 0 },
          // La marque de paragraphe donne sa hauteur à une cellule vide.
          run: { size: serre },
          children: [new TextRun({ text: ecrire(texte), bold: gras, size: serre })],
        }),
      ],
    });
  const entete = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: colonnes.map((c, i) => cellule(c.titre, i, true)),
  });
  const corps = lignes.map(
    (cellules, l) =>
      new TableRow({
        cantSplit: true,
        ...(aSigner ? { height: HAUTEUR_A_SIGNER } : {}),
        children: cellules.map((texte, c) => cellule(texte, c, total && l === lignes.length - 1)),
      }),
  );
  const options: ITableOptions = {
    rows: [entete, ...corps],
    columnWidths: largeurs,
    width: { size: largeurs.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    borders: { top: FILET, bottom: FILET, left: FILET, right: FILET, insideHorizontal: FILET, insideVertical: FILET },
    tableLook: { firstRow: true, firstColumn: true },
  };
  return new TableauDecrit(options, bloc);
}

/** Ce que le XML n'admet pas (caractères de commande, demi-caractères) n'entre pas dans le document. */
const ecrire = (texte: string): string => typographier(texte.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' '));
