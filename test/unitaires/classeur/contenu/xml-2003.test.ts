import { cellules, cellulesDe, lire } from '../fabrique';

const STYLES =
  '<Style ss:ID="s1"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="s2" ss:Parent="s1"><Font ss:StrikeThrough="1"/></Style>' +
  '<Style ss:ID="s3"><NumberFormat ss:Format="0.0&quot; %&quot;"/></Style><Style ss:ID="s4"><NumberFormat ss:Format="Percent"/></Style>';
const classeur = (feuilles: string) =>
  `<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${STYLES}</Styles>${feuilles}</Workbook>`;
const feuille = (table: string, suite = '') =>
  classeur(`<Worksheet ss:Name="T"><Table>${table}</Table>${suite}</Worksheet>`);
/** Le même document, dont tous les éléments portent un préfixe. */
const prefixer = (xml: string) =>
  xml
    .replace(/<(\/?)(?=[A-Z])/g, '<$1ns0:')
    .replace('xmlns="', 'xmlns:ns0="')
    .replace(/ ss:/g, ' ns0:');

test.each([
  ['nombre', '<Cell><Data ss:Type="Number">60</Data></Cell>', { A1: { valeur: 60 } }],
  ['texte', '<Cell><Data ss:Type="String">01427</Data></Cell>', { A1: { valeur: '01427' } }],
  [
    'exposant',
    '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">60<Sup>1</Sup></ss:Data></Cell>',
    { A1: { valeur: '60', ote: '¹' } },
  ],
  [
    'barré',
    '<Cell><ss:Data ss:Type="String"><S><Font>80</Font></S><Font> 60</Font></ss:Data></Cell>',
    { A1: { valeur: '60', ote: '80' } },
  ],
  ['deux lignes', '<Cell><Data ss:Type="String">80&#10;60</Data></Cell>', { A1: { valeur: '80\n60' } }],
  [
    'pourcentage',
    '<Cell ss:StyleID="s1"><Data ss:Type="Number">0.2</Data></Cell>',
    { A1: { valeur: 0.2, pourcent: true } },
  ],
  [
    'pourcentage nommé',
    '<Cell ss:StyleID="s4"><Data ss:Type="Number">0.2</Data></Cell>',
    { A1: { valeur: 0.2, pourcent: true } },
  ],
  ['« % » littéral', '<Cell ss:StyleID="s3"><Data ss:Type="Number">16.5</Data></Cell>', { A1: { valeur: 16.5 } }],
  [
    'style hérité, cellule barrée',
    '<Cell ss:StyleID="s2"><Data ss:Type="Number">0.2</Data></Cell>',
    { A1: { valeur: 0.2, pourcent: true, barree: true } },
  ],
  ['date', '<Cell><Data ss:Type="DateTime">2022-01-01T00:00:00.000</Data></Cell>', { A1: { valeur: '01/01/2022' } }],
  ['erreur', '<Cell><Data ss:Type="Error">#VALUE!</Data></Cell>', { A1: { valeur: null, erreur: '#VALEUR!' } }],
  ['formule sans valeur', '<Cell ss:Formula="=RC[1]"/>', { A1: { valeur: null, sansValeur: true } }],
  [
    'commentaire',
    '<Cell><Data ss:Type="Number">60</Data><Comment><ss:Data>12</ss:Data></Comment></Cell>',
    { A1: { valeur: 60 } },
  ],
  [
    'places et fusions',
    '<Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="Number">2</Data></Cell>',
    { B1: { valeur: 1 }, D1: { valeur: 2 } },
  ],
])('%s', async (_, cellules, attendu) => {
  const xml = feuille(`<Row>${cellules}</Row>`);
  expect(await cellulesDe(xml)).toEqual(attendu);
  expect(await cellulesDe(prefixer(xml))).toEqual(attendu);
});

test('lignes, colonnes et feuilles masquées', async () => {
  const cellule = '<Cell><Data ss:Type="Number">1</Data></Cell>';
  const xml = feuille(
    `<Column/><Column ss:Hidden="1" ss:Span="1"/><Row>${cellule}</Row><Row ss:Index="4" ss:Hidden="1">${cellule}</Row>`,
    '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>',
  );
  const [grille] = (await lire(xml)).feuilles;
  expect(Object.keys(cellules(grille!))).toEqual(['A1', 'A4']);
  expect(grille!.masquee).toBe(true);
  expect([0, 3].map((l) => grille!.ligneMasquee!(l))).toEqual([false, true]);
  expect([0, 1, 2, 3].map((c) => grille!.colonneMasquee!(c))).toEqual([false, true, true, false]);
});
