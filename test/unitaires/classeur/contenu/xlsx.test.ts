import { cellules, cellulesDe, feuilleXml, lire, xlsxMinimal, xlsxStyle } from '../fabrique';

const FEUILLE = 'xl/worksheets/sheet1.xml';
const SUP = '<rPr><vertAlign val="superscript"/></rPr>';
const BARRE = '<rPr><b/><strike/></rPr>';

describe('textes enrichis', () => {
  const run = (texte: string, mise = '') => `<r>${mise}<t xml:space="preserve">${texte}</t></r>`;
  test.each([
    ['appel en exposant', run('2486') + run('1', SUP), { valeur: '2486', ote: '¹' }],
    ['appel de deux chiffres et virgule', run('60') + run('1,2', SUP), { valeur: '60', ote: '¹,²' }],
    ['passage barré', run('80', BARRE) + run(' 60'), { valeur: '60', ote: '80' }],
    ['barré et exposant', run('80', BARRE) + run(' 60') + run('a', SUP), { valeur: '60', ote: '80 a' }],
    [
      'passage barré au milieu : deux nombres restent deux',
      run('1') + run('5', BARRE) + run('4'),
      { valeur: '1\n4', ote: '5' },
    ],
    ['tout barré', run('80', BARRE), { valeur: '80', barree: true }],
    ['barré, dit non', run('60', '<rPr><strike val="0"/></rPr>') + run('1'), { valeur: '601' }],
    ['gras', run('6', '<rPr><b/></rPr>') + run('0'), { valeur: '60' }],
    ['deux lignes', run('80&#10;') + run('60'), { valeur: '80\n60' }],
    ['exposant dans un mot', run('m') + run('2', SUP), { valeur: 'm', ote: '²' }],
    ['tout en exposant', run('60', SUP), { valeur: '60' }],
  ])('%s', async (_, texte, attendu) => {
    const partage = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    expect(await cellulesDe(await xlsxStyle(partage, { chaines: `<si>${texte}</si>` }))).toEqual({ A1: attendu });
    const sur = `<row r="1"><c r="A1" t="inlineStr"><is>${texte}</is></c></row>`;
    expect(await cellulesDe(await xlsxMinimal({ [FEUILLE]: feuilleXml(sur) }))).toEqual({ A1: attendu });
  });
  test('un exposant écrit en caractères', async () => {
    const texte = (t: string) => `<row><c t="inlineStr"><is><t>${t}</t></is></c></row>`;
    const xml = ['60¹', '1 234 ²', 'surface en m²', 'Poitiers³'].map(texte).join('');
    expect(await cellulesDe(await xlsxMinimal({ [FEUILLE]: feuilleXml(xml) }))).toEqual({
      A1: { valeur: '60', ote: '¹' },
      A2: { valeur: '1 234', ote: '²' },
      A3: { valeur: 'surface en m²' },
      A4: { valeur: 'Poitiers', ote: '³' },
    });
  });
});

test('les cellules barrées gardent leur valeur, et leur format', async () => {
  const styles =
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot; %&quot;"/></numFmts>' +
    '<fonts count="3"><font/><font><strike/></font><font><strike val="0"/></font></fonts>' +
    '<cellXfs count="6"><xf fontId="0" numFmtId="0"/><xf fontId="1" numFmtId="0"/><xf numFmtId="9" fontId="1"/>' +
    '<xf fontId="1" numFmtId="170"/><xf fontId="1" numFmtId="14"/><xf fontId="2" numFmtId="0"/></cellXfs>';
  const donnees = [0, 1, 2, 3, 4, 5].map((s) => `<row><c s="${s}"><v>0.5</v></c></row>`).join('');
  const date = donnees.replace('s="4"><v>0.5', 's="4"><v>44562');
  expect(await cellulesDe(await xlsxStyle(date, { styles }))).toEqual({
    A1: { valeur: 0.5 },
    A2: { valeur: 0.5, barree: true },
    A3: { valeur: 0.5, pourcent: true, barree: true },
    A4: { valeur: 0.5, barree: true },
    A5: { valeur: '01/01/2022', barree: true },
    A6: { valeur: 0.5 },
  });
});

test.each([
  ['sans valeur', '<c r="A1"><f>ROUND(16,0)</f></c>', { valeur: null, sansValeur: true }],
  ['valeur vide', '<c r="A1"><f>B1</f><v></v></c>', { valeur: null, sansValeur: true }],
  ['valeur vide, au plus court', '<c r="A1"><f>B1</f><v/></c>', { valeur: null, sansValeur: true }],
  ['texte sans valeur', '<c r="A1" t="str"><f>B1</f></c>', { valeur: null, sansValeur: true }],
  ['formule partagée', '<c r="A1"><f t="shared" si="0"/></c>', { valeur: null, sansValeur: true }],
  ['texte vide : une valeur', '<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>', undefined],
  ['zéro', '<c r="A1"><f>B1</f><v>0</v></c>', { valeur: 0 }],
  ['préfixée', '<x:c r="A1"><x:f>B1</x:f></x:c>', { valeur: null, sansValeur: true }],
  ['erreur', '<c r="A1" t="e"><f>B1</f><v>#VALUE!</v></c>', { valeur: null, erreur: '#VALEUR!' }],
  ['#GETTING_DATA', '<c r="A1" t="e"><f>B1</f><v>#GETTING_DATA</v></c>', { valeur: null, erreur: '#GETTING_DATA' }],
  ['#SPILL!', '<c r="A1" t="e"><v>#SPILL!</v></c>', { valeur: null, erreur: '#SPILL!' }],
  ['#BUSY! en texte', '<c r="A1" t="str"><f>B1</f><v>#BUSY!</v></c>', { valeur: null, erreur: '#BUSY!' }],
  ['#CHAMP! en texte', '<c r="A1" t="inlineStr"><is><t>#CHAMP!</t></is></c>', { valeur: null, erreur: '#CHAMP!' }],
  ['un rang n’en est pas une', '<c r="A1" t="inlineStr"><is><t>#12</t></is></c>', { valeur: '#12' }],
])('formule et erreur : %s', async (_, cellule, attendu) => {
  const p = cellule.startsWith('<x:') ? 'x:' : '';
  const xml = feuilleXml(`<${p}row r="1">${cellule}</${p}row>`).replaceAll('sheetData', `${p}sheetData`);
  expect(await cellulesDe(await xlsxMinimal({ [FEUILLE]: xml }))).toEqual(attendu ? { A1: attendu } : {});
});

test('lignes, colonnes et feuilles masquées', async () => {
  const donnees = '<row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2" hidden="1"><c><v>3</v></c></row>';
  const xml = feuilleXml(donnees).replace('<sheetData>', '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>');
  const [grille] = (await lire(await xlsxMinimal({ [FEUILLE]: xml }))).feuilles;
  expect([0, 1].map((l) => grille!.ligneMasquee!(l))).toEqual([false, true]);
  expect([0, 1].map((c) => grille!.colonneMasquee!(c))).toEqual([false, true]);
  expect(grille!.masquee).toBe(false);
  for (const etat of ['hidden', 'veryHidden']) {
    const classeur = CLASSEUR.replace('sheetId="1"', `sheetId="1" state="${etat}"`);
    expect((await lire(await xlsxMinimal({ 'xl/workbook.xml': classeur }))).feuilles[0]!.masquee).toBe(true);
  }
});

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CLASSEUR = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`;

describe('la limite de lignes est celle d’une feuille', () => {
  const ligne = (n: number, texte = 'Commune') =>
    `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>${texte}</t></is></c><c r="B${n}"><v>1</v></c></row>`;
  const avecAnnexe = (annexe: string) =>
    xlsxMinimal({
      'xl/workbook.xml': CLASSEUR.replace('</sheets>', '<sheet name="Annexe" sheetId="2" r:id="rId2"/></sheets>'),
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[1, 2].map((i) => `<Relationship Id="rId${i}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join('')}</Relationships>`,
      'xl/worksheets/sheet2.xml': annexe,
    });

  test('une annexe trop longue est dite, sans refuser le tableau ; demandée seule, elle est refusée', async () => {
    const octets = await avecAnnexe(feuilleXml(ligne(1) + ligne(10_500)));
    const { feuilles } = await lire(octets);
    expect(feuilles.map((f) => [f.nom, f.tropLongue])).toEqual([
      ['Feuil1', undefined],
      ['Annexe', 10_500],
    ]);
    expect(Object.keys(cellules(feuilles[1]!))).toEqual(['A1', 'B1']);
    expect((await lire(octets, { feuille: 'Feuil1' })).feuilles.map((f) => f.nom)).toEqual(['Feuil1']);
    await expect(lire(octets, { feuille: 'Annexe' })).rejects.toThrow(/« Annexe ».*10\s500 lignes/);
    await expect(lire(octets, { feuille: 'annexe' })).rejects.toThrow(/introuvable.*« Feuil1 », « Annexe »/);
  });
  test.each([
    [
      'des lignes vides, une plage annoncée',
      '<row r="20000" spans="1:2"><c r="A20000" s="0"/></row>',
      '<dimension ref="A1:B20000"/>',
    ],
    ['des formules qui rendent vide', '<row r="20000"><c r="A20000" t="str"><f>""</f><v></v></c></row>', ''],
    ['un nombre perdu au bout de la feuille', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', ''],
  ])('%s ne comptent pas', async (_, bout, tete) => {
    const xml = feuilleXml(ligne(1) + bout).replace('<sheetData>', `${tete}<sheetData>`);
    const [grille] = (await lire(await xlsxMinimal({ [FEUILLE]: xml }))).feuilles;
    expect(grille!.tropLongue).toBeUndefined();
    expect(grille!.nombreDeLignes).toBeLessThanOrEqual(10_000);
  });
  test.each([
    ['numérotées', ligne(10_001), 10_001],
    ['sans numéro', '<row><c t="inlineStr"><is><t>A</t></is></c></row>'.repeat(10_002), 10_002],
    ['sans numéro, de nombres seuls', '<row><c><v>1</v></c></row>'.repeat(10_001), 10_001],
  ])('lignes %s', async (_, donnees, lignes) => {
    const octets = await xlsxMinimal({ [FEUILLE]: feuilleXml(donnees) });
    await expect(lire(octets)).rejects.toThrow(new RegExp(`« Feuil1 ».*10\\s00${lignes - 10_000} lignes`));
  });
});

test('des colonnes décrites par milliards ne se déplient pas', async () => {
  const xml = feuilleXml('<row><c><v>1</v></c></row>').replace(
    '<sheetData>',
    '<cols><col min="1" max="4000000000" hidden="1"/></cols><sheetData>',
  );
  const [grille] = (await lire(await xlsxMinimal({ [FEUILLE]: xml }))).feuilles;
  expect(grille!.colonneMasquee!(3)).toBe(true);
});

test('ce que le complément garde dans le classeur', async () => {
  const extension =
    '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11"><we:properties>' +
    '<we:property name="mutualisation-sru.reglages" value="{&quot;periode&quot;:&quot;2023-2025&quot;,&quot;plh&quot;:true}"/>' +
    '<we:property name="Office.AutoShow" value="vrai"/></we:properties></we:webextension>';
  const { gardes } = await lire(await xlsxMinimal({ 'xl/webextensions/webextension1.xml': extension }));
  expect(gardes).toEqual({
    'mutualisation-sru.reglages': { periode: '2023-2025', plh: true },
    'Office.AutoShow': 'vrai',
  });
  expect((await lire('a;b\n1;2\n')).gardes).toEqual({});
});
