import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  StringValueElement,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
  WidthType,
  type ITableOptions,
} from 'docx';
import { ecrireCompte } from '../../nombres';
import type { Tableau } from './document';
import { ecrire, passages } from './docx-texte';

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

const FILET = { style: BorderStyle.SINGLE, size: 4, color: '929292' };
const HAUTEUR_A_SIGNER = { value: 760, rule: HeightRule.ATLEAST };
/** Au-delà de ces nombres de colonnes, les mots ne tiennent qu'en plus petit. */
const CORPS: readonly (readonly [colonnes: number, demiPoints: number])[] = [
  [12, 14],
  [8, 16],
  [0, 18],
];

/** @param utile la largeur de la page, sans ses marges */
export function tableauEnDocx(bloc: Tableau, utile: number): Table {
  const { colonnes, lignes, total, aSigner } = bloc;
  const somme = colonnes.reduce((t, c) => t + c.largeur, 0);
  const largeurs = colonnes.map((c) => Math.max(1, (utile * c.largeur) / somme) | 0);
  const size = CORPS.find(([au]) => colonnes.length > au)![1];
  const cellule = (texte: string, rang: number, gras: boolean) =>
    new TableCell({
      width: { size: largeurs[rang]!, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: colonnes[rang]!.nombre ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 0 },
          // La marque de paragraphe donne sa hauteur à une cellule vide.
          run: { size },
          children: passages(texte, { bold: gras, size }),
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
