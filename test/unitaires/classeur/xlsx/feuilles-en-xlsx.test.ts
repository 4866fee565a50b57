import ExcelJS from 'exceljs';
import { Parser } from 'htmlparser2';
import JSZip from 'jszip';
import type { FeuilleDeFichier } from '../../../../src/classeur/feuille-a-ecrire';
import { lireContenu } from '../../../../src/classeur/contenu';
import { feuillesEnXlsx } from '../../../../src/classeur/xlsx';

const FEUILLE: FeuilleDeFichier = {
  nom: 'L’an & « 2026 »',
  largeurs: [12, 10, 10],
  lignes: [
    [{ valeur: 'Un titre < long >', style: 'titre' }],
    [
      { valeur: 'Commune', style: 'entete' },
      { valeur: 'Taux', style: 'entete' },
      { valeur: 'Objectif', style: 'entete' },
    ],
    [
      { valeur: '=1+1', style: 'texte' },
      { valeur: 0.1778, style: 'taux' },
      { formule: '=ROUND(100*B3,0)', valeur: 18, style: 'nombre' },
    ],
    [
      { valeur: '01004', style: 'texte' },
      { style: 'saisie' },
      { formule: '=IF(B4="","à compléter","")', valeur: 'à compléter' },
    ],
  ],
  fusions: [{ ligne: 0, colonne: 0, ligneFin: 0, colonneFin: 2 }],
  lignesRepetees: [1, 1],
  colonnesRepetees: [0, 0],
  pagesEnLargeur: 2,
  filtre: { ligne: 1, colonne: 0, ligneFin: 3, colonneFin: 2 },
  orientation: 'paysage',
  entete: 'Vienne & Gard',
  pied: '30 novembre 2026',
};

const octets = feuillesEnXlsx([FEUILLE, { ...FEUILLE, nom: 'Autre', orientation: 'portrait' }]);

test('se relit tel qu’écrit : un texte n’est pas une formule, une formule garde son résultat', async () => {
  const { feuilles } = await lireContenu(await octets, 'x.xlsx');
  const [feuille, autre] = feuilles;
  expect([feuille!.nom, autre!.nom]).toEqual(['L’an & « 2026 »', 'Autre']);
  const valeurs = (l: number) => [0, 1, 2].map((c) => feuille!.cellule(l, c));
  expect(valeurs(2)).toEqual([{ valeur: '=1+1' }, { valeur: 0.1778, pourcent: true }, { valeur: 18 }]);
  expect(valeurs(3).map((cellule) => cellule?.valeur ?? null)).toEqual(['01004', null, 'à compléter']);
});

test('un tableur y lit les formules, la page, les lignes répétées et le filtre', async () => {
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.load((await octets).buffer);
  const feuille = classeur.getWorksheet('L’an & « 2026 »')!;
  expect(feuille.getCell('C3').value).toEqual({ formula: 'ROUND(100*B3,0)', result: 18 });
  expect(feuille.getCell('B3').numFmt).toBe('0.00 %');
  expect(feuille.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 2,
    fitToHeight: 0,
    printTitlesRow: '2:2',
    printTitlesColumn: 'A:A',
  });
  expect(feuille.autoFilter).toBe('A2:C4');
  expect(feuille.headerFooter.oddHeader).toBe('&CVienne && Gard');
  expect(feuille.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 });
  expect(feuille.model.merges).toEqual(['A1:C1']);
});

/** CT_Worksheet (ECMA-376, 18.3.1.99) est une suite : Excel refuse un élément hors de son rang. */
const ORDRE =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells conditionalFormatting pageMargins pageSetup headerFooter drawing'.split(
    ' ',
  );
test('les éléments de la feuille sont dans l’ordre du schéma', async () => {
  const archive = await JSZip.loadAsync(await octets);
  const xml = await archive.file('xl/worksheets/sheet1.xml')!.async('string');
  const enfants = new Set<string>();
  let profondeur = 0;
  const lecteur = new Parser(
    { onopentagname: (nom) => void (profondeur++ === 1 && enfants.add(nom)), onclosetag: () => void profondeur-- },
    { xmlMode: true },
  );
  lecteur.end(xml);
  expect([...enfants]).toEqual(ORDRE.filter((nom) => enfants.has(nom)));
  expect([...enfants]).toEqual(
    expect.arrayContaining(['sheetPr', 'autoFilter', 'mergeCells', 'pageSetup', 'headerFooter']),
  );
});
