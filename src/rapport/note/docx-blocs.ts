import { BorderStyle, HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import type { Verdict } from '../../tableau';
import type { Bloc, Element, Niveau } from './document';
import { tableauEnDocx } from './docx-tableau';
import { ecrire, passages } from './docx-texte';

const COULEURS: Readonly<Record<Verdict, string>> = {
  conforme: '18753C',
  'non conforme': 'B3000C',
  indetermine: '7A4100',
  'rien a controler': '3A3A3A',
};

const NIVEAUX = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
} as const satisfies Record<Niveau, string>;

/** @param utile la largeur de la page, sans ses marges */
export function enDocx(bloc: Bloc, utile: number): (Paragraph | Table)[] {
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
