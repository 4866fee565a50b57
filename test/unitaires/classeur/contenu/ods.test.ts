import JSZip from 'jszip';
import { cellules, cellulesDe, lire } from '../fabrique';

const STYLES = [
  ['T1', 'text', '<style:text-properties style:text-position="super 58%"/>'],
  ['T2', 'text', '<style:text-properties style:text-line-through-style="solid"/>'],
  ['T3', 'text', '<style:text-properties fo:font-weight="bold" style:text-position="0% 100%"/>'],
  ['ce1', 'table-cell', '<style:text-properties style:text-line-through-type="single"/>'],
  ['ce2', 'table-cell" style:parent-style-name="ce1', ''],
  ['ta1', 'table', '<style:table-properties table:display="false"/>'],
]
  .map(([nom, famille, texte]) => `<style:style style:name="${nom}" style:family="${famille}">${texte}</style:style>`)
  .join('');

const tables = (corps: string) =>
  `<office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet><table:calculation-settings/>${corps}</office:spreadsheet></office:body>`;
const table = (rangees: string, suite = '') => tables(`<table:table table:name="T"${suite}>${rangees}</table:table>`);
const ESPACES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"';
const fods = (corps: string) =>
  `<?xml version="1.0"?>\n<office:document ${ESPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${corps}</office:document>`;
const ods = (corps: string) =>
  new JSZip()
    .file('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
    .file('content.xml', `<office:document-content ${ESPACES}>${corps}</office:document-content>`)
    .generateAsync({ type: 'nodebuffer' });
const rangee = (...cellules: string[]) => `<table:table-row>${cellules.join('')}</table:table-row>`;
const texte = (p: string, attributs = 'office:value-type="string"') =>
  `<table:table-cell ${attributs}>${p}</table:table-cell>`;
const NOMBRE = 'office:value-type="float" office:value="60"';

test.each([
  [
    'appel en exposant',
    texte('<text:p>60<text:span text:style-name="T1">1</text:span></text:p>'),
    { valeur: '60', ote: '¹' },
  ],
  [
    'appel d’un style inconnu',
    texte('<text:p>60<text:span text:style-name="T9">1</text:span></text:p>'),
    { valeur: '60', ote: '¹' },
  ],
  [
    'passage barré',
    texte('<text:p><text:span text:style-name="T2">80</text:span> 60</text:p>'),
    { valeur: '60', ote: '80' },
  ],
  ['gras', texte('<text:p>6<text:span text:style-name="T3">0</text:span></text:p>'), { valeur: '60' }],
  ['deux paragraphes', texte('<text:p>80</text:p><text:p>60</text:p>'), { valeur: '80\n60' }],
  ['saut de ligne', texte('<text:p>80<text:line-break/>60</text:p>'), { valeur: '80\n60' }],
  [
    'annotation',
    texte('<office:annotation><text:p>12</text:p></office:annotation><text:p>60</text:p>'),
    { valeur: '60' },
  ],
  [
    'cellule barrée, de style hérité',
    texte('<text:p>60</text:p>', `${NOMBRE} table:style-name="ce2"`),
    { valeur: 60, barree: true },
  ],
  [
    'pourcentage',
    texte('<text:p>20 %</text:p>', 'office:value-type="percentage" office:value="0.2"'),
    { valeur: 0.2, pourcent: true },
  ],
  ['« % » littéral', texte('<text:p>60 (33 %)</text:p>', NOMBRE), { valeur: 60 }],
  [
    'date',
    texte('<text:p>1/1/22</text:p>', 'office:value-type="date" office:date-value="2022-01-01"'),
    { valeur: '01/01/2022' },
  ],
  [
    'erreur',
    texte('<text:p>#N/A</text:p>', 'office:value-type="string" office:string-value="" calcext:value-type="error"'),
    { valeur: null, erreur: '#N/A' },
  ],
  ['formule sans valeur', texte('', 'table:formula="of:=[.B1]"'), { valeur: null, sansValeur: true }],
  [
    'formule qui rend vide',
    texte('', 'table:formula="of:=[.B1]" office:value-type="string" office:string-value=""'),
    undefined,
  ],
])('%s', async (_, cellule, attendu) => {
  const attendues = attendu ? { A1: attendu } : {};
  expect(await cellulesDe(fods(table(rangee(cellule))))).toEqual(attendues);
  expect(await cellulesDe(await ods(table(rangee(cellule))))).toEqual(attendues);
});

test('répétitions, cellules couvertes et fusions', async () => {
  const [grille] = (
    await lire(
      fods(
        table(
          rangee(
            texte('<text:p>a</text:p>', 'office:value-type="string" table:number-columns-spanned="2"'),
            '<table:covered-table-cell/>',
            texte('<text:p>60</text:p>', `${NOMBRE} table:number-columns-repeated="2"`),
          ) + `<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>`,
        ),
      ),
    )
  ).feuilles;
  expect(cellules(grille!)).toEqual({ A1: { valeur: 'a' }, C1: { valeur: 60 }, D1: { valeur: 60 } });
  expect(grille!.fusions).toEqual([{ ligne: 0, colonne: 0, ligneFin: 0, colonneFin: 1 }]);
  expect(grille!.tropLongue).toBeUndefined();
});

test('lignes filtrées, colonnes et feuilles masquées', async () => {
  const a = texte('<text:p>a</text:p>');
  const colonnes = '<table:table-column/><table:table-column table:visibility="collapse"/>';
  const filtree = rangee(a).replace('<table:table-row', '<table:table-row table:visibility="filter"');
  const corps = tables(
    `<table:table table:name="T">${colonnes}${rangee(a, a)}${filtree}</table:table><table:table table:name="U" table:style-name="ta1">${rangee(a)}</table:table>`,
  );
  const { feuilles } = await lire(fods(corps));
  expect(feuilles.map((f) => [f.nom, f.masquee])).toEqual([
    ['T', false],
    ['U', true],
  ]);
  expect([0, 1].map((l) => feuilles[0]!.ligneMasquee!(l))).toEqual([false, true]);
  expect([0, 1].map((c) => feuilles[0]!.colonneMasquee!(c))).toEqual([false, true]);
});
