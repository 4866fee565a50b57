import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IStylesOptions,
} from 'docx';
import type { Note, Partie } from './document';
import { enDocx } from './docx-blocs';
import { ecrire, passages } from './docx-texte';

/** La note en .docx : A4, titres, en-têtes de tableau répétés, en français ; dans Node comme dans un navigateur. */
export async function noteEnDocx(note: Note): Promise<Uint8Array> {
  const { titre, courrier } = note;
  const [premiere, ...suite] = enSections(note);
  const tete = courrier ? [] : [new Paragraph({ children: passages(titre), heading: HeadingLevel.TITLE })];
  const document = new Document({
    title: ecrire(titre),
    creator: 'Mutualisation SRU',
    lastModifiedBy: 'Mutualisation SRU',
    styles: STYLES,
    sections: [{ ...premiere!, children: [...tete, ...premiere!.children] }, ...suite],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const NOIR = '161616';
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

/** Les parties de même orientation qui se suivent font une section : ce qui se répète à chaque page n'y est écrit qu'une fois. */
function enSections(note: Note) {
  const groupes: Partie[][] = [];
  for (const partie of note.parties) {
    const dernier = groupes.at(-1);
    if (dernier?.[0]?.orientation === partie.orientation) dernier.push(partie);
    else groupes.push([partie]);
  }
  return groupes.map((parties) => enSection(parties, note));
}

function enSection(parties: readonly Partie[], note: Note) {
  const paysage = parties[0]!.orientation === 'paysage';
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
    ...enTeteEtPied(note),
    children: parties.flatMap(({ blocs }, rang) => [
      ...(rang > 0 ? [nouvellePage()] : []),
      ...blocs.flatMap((bloc) => enDocx(bloc, utile)),
    ]),
  };
}

/** Une ligne sans hauteur, en haut d'une page. */
const nouvellePage = () =>
  new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } });

function enTeteEtPied({ courrier, pied }: Note) {
  if (!courrier) return { footers: { default: new Footer({ children: [piedDePage(pied)] }) } };
  const lignes = (textes: readonly string[]) => textes.map((texte) => new Paragraph({ children: passages(texte) }));
  return {
    headers: { default: new Header({ children: lignes(courrier.entete) }) },
    footers: { default: new Footer({ children: lignes(courrier.pied) }) },
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
