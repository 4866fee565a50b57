import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IStylesOptions,
  type Table,
} from 'docx';
import type { Verdict } from '../../tableau';
import type { Bloc, Element, Niveau, Note, Partie } from './document';
import { tableauEnDocx } from './docx-tableau';
import { ecrire, passages } from './docx-texte';

/** La note en .docx : A4, titres, en-têtes de tableau répétés, en français ; dans Node comme dans un navigateur. */
export async function noteEnDocx({ titre, parties, pied }: Note): Promise<Uint8Array> {
  const [premiere, ...suite] = parties.map((partie) => enSection(partie, pied));
  const document = new Document({
    title: ecrire(titre),
    creator: 'Mutualisation SRU',
    lastModifiedBy: 'Mutualisation SRU',
    styles: STYLES,
    sections: [
      {
        ...premiere!,
        children: [new Paragraph({ children: passages(titre), heading: HeadingLevel.TITLE }), ...premiere!.children],
      },
      ...suite,
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const NOIR = '161616';
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

function enSection({ orientation, blocs }: Partie, pied: string | undefined) {
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
    footers: { default: new Footer({ children: [piedDePage(pied)] }) },
    children: blocs.flatMap((bloc) => enDocx(bloc, utile)),
  };
}

const piedDePage = (texte: string | undefined) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      ...(texte ? [new TextRun({ size: 16, text: ecrire(`${texte} · `) })] : []),
      new TextRun({ size: 16, children: ['Page ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] }),
    ],
  });

const NIVEAUX = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
} as const satisfies Record<Niveau, string>;

function enDocx(bloc: Bloc, utile: number): (Paragraph | Table)[] {
  switch (bloc.type) {
    case 'titre':
      return [new Paragraph({ children: passages(bloc.texte), heading: NIVEAUX[bloc.niveau] })];
    case 'paragraphe':
      return [new Paragraph({ children: passages(bloc.texte) })];
    case 'avertissement':
      return [new Paragraph({ keepNext: true, children: [new TextRun({ text: ecrire(bloc.texte), bold: true })] })];
    case 'verdict':
      return [encadre(bloc.texte, COULEURS[bloc.verdict])];
    case 'liste':
      return bloc.elements.map(puce);
    case 'tableau':
      return [
        new Paragraph({ children: passages(bloc.legende), style: 'Caption' }),
        tableauEnDocx(bloc, utile),
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
      ...passages(texte),
      ...(source ? [new TextRun({ text: ecrire(` (${source})`), size: 16 })] : []),
    ],
  });
