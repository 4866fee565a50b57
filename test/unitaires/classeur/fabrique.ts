import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { lireContenu, type Choix, type ClasseurLu } from '../../../src/classeur/contenu';
import { adresse, type Cellule, type Grille } from '../../../src/tableau';

export const dossier = mkdtempSync(join(tmpdir(), 'classeur-'));

export function ecrire(nom: string, contenu: Uint8Array | string): string {
  const chemin = join(dossier, nom);
  writeFileSync(chemin, contenu);
  return chemin;
}

/** Le classeur d'un agent : un tableau de ministère, une table Excel nommée, une feuille de notes. */
export async function classeurComplet(): Promise<Buffer> {
  const classeur = new ExcelJS.Workbook();
  tableauDuMinistere(classeur.addWorksheet('Mutualisation 2023-2025'));
  tableNommee(classeur.addWorksheet('Table'));
  classeur.addWorksheet('Notes').addRow(['Rien à contrôler ici : commune, RP, LLS']);
  return Buffer.from(await classeur.xlsx.writeBuffer());
}

function tableauDuMinistere(feuille: ExcelJS.Worksheet): void {
  feuille.addRows([
    ['Grand Poitiers : objectifs 2023-2025'],
    [],
    [
      'Commune',
      'Code INSEE',
      'Situation au 01/01/2022',
      null,
      null,
      null,
      'Objectif 2023-2025',
      null,
      'Accord',
      'Délibération',
    ],
    [null, null, 'RP', 'LLS', '% LLS', 'Taux\ncible', 'droit commun', 'CMS', null, null],
    ['Buxerolles', 86041, 4082, 800, 800 / 4082, 0.2, null, 16, null, null],
    [null, '86214', '2 908', 425, 425 / 2908, 0.2, 51.678, 80, true, new Date(Date.UTC(2023, 2, 12))],
    ['Ajaccio', '2A004', { error: '#REF!' }, 0, 'n.c.', 0.25, 12, 12, 'oui', null],
    ['Montamisé', 86163, 1477, 117, 117 / 1477, 0.2, 59, 45, '-', null],
    ['Total', null, 8467, 1342, null, null, 138.678, 153, null, null],
    ['Source : DDT 86 & préfecture, « inventaire »'],
  ]);
  feuille.mergeCells('A1:J1');
  for (const plage of ['A3:A4', 'B3:B4', 'C3:F3', 'G3:H3', 'I3:I4', 'J3:J4']) feuille.mergeCells(plage);
  feuille.getCell('A6').value = { richText: [{ text: 'Saint-' }, { font: { bold: true }, text: 'Benoît' }] };
  feuille.getCell('G5').value = { formula: '_xldudf_SRU_OBJECTIF(C5,D5,F5)', result: 16 };
  for (const ligne of [5, 6, 7, 8]) {
    feuille.getCell(`E${ligne}`).numFmt = '0.0%';
    feuille.getCell(`F${ligne}`).numFmt = '0%';
    feuille.getCell(`C${ligne}`).numFmt = '#,##0" logements/an"';
  }
  feuille.getCell('J6').numFmt = 'dd/mm/yyyy';
  feuille.getRow(8).hidden = true;
}

function tableNommee(feuille: ExcelJS.Worksheet): void {
  feuille.addTable({
    name: 'TableauCommunes',
    ref: 'C4',
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: 'Commune', totalsRowLabel: 'Total' },
      { name: 'Manquants', totalsRowFunction: 'sum' },
      { name: 'Référence', totalsRowFunction: 'sum' },
      { name: 'Objectif CMS', totalsRowFunction: 'sum' },
    ],
    rows: [
      ['A', 500, 165, 85],
      ['B', 300, 99, 179],
    ],
  });
}

/** Un classeur xlsx réduit à ce qu'il faut, dont on choisit le contenu de chaque partie. */
export async function xlsxMinimal(parties: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Buffer> {
  const zip = new JSZip();
  const contenus = { ...MINIMAL, ...parties };
  for (const [nom, contenu] of Object.entries(contenus)) zip.file(nom, contenu, { createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export const feuilleXml = (donnees: string, suite = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${donnees}</sheetData>${suite}</worksheet>`;

/** Des lignes de textes et de nombres, en toutes lettres dans la feuille. */
export const donneesXml = (rangees: readonly (readonly (string | number)[])[]): string =>
  rangees
    .map((rangee) => {
      const cellules = rangee.map((v) =>
        typeof v === 'number' ? `<c><v>${v}</v></c>` : `<c t="inlineStr"><is><t>${v}</t></is></c>`,
      );
      return `<row>${cellules.join('')}</row>`;
    })
    .join('');

export const TABLEAU = [
  ['Commune', 'RP', 'LLS', 'Taux cible'],
  ['Buxerolles', 4082, 800, 20],
] as const;

const PAQUET = 'http://schemas.openxmlformats.org/package/2006';
const CLASSEUR = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MINIMAL = {
  '[Content_Types].xml': `<Types xmlns="${PAQUET}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="rId1" Type="${CLASSEUR}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${CLASSEUR}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="rId1" Type="${CLASSEUR}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': feuilleXml(donneesXml(TABLEAU)),
};

/** Un classeur dont les textes sont partagés et les styles donnés, en XML : « s="1" » est le second style de cellule. */
export const xlsxStyle = (donnees: string, { chaines = '', styles = '', tete = '', suite = '' }): Promise<Buffer> =>
  xlsxMinimal({
    '[Content_Types].xml': MINIMAL['[Content_Types].xml'].replace(
      '</Types>',
      ['styles', 'sharedStrings']
        .map((p) => `<Override PartName="/xl/${p}.xml" ContentType="${CONTENU}.${p}+xml"/>`)
        .join('') + '</Types>',
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${TABLEUR}">${chaines}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${TABLEUR}">${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': feuilleXml(donnees, suite).replace('<sheetData>', `${tete}<sheetData>`),
  });

const CONTENU = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TABLEUR = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Lit un contenu comme le fait la ligne de commande. */
export const lire = (contenu: Uint8Array | string, choix: Choix = {}): Promise<ClasseurLu> =>
  lireContenu(typeof contenu === 'string' ? Buffer.from(contenu) : contenu, 'essai', choix);

/** Les cellules remplies de la première feuille, par adresse. */
export async function cellulesDe(contenu: Uint8Array | string): Promise<Record<string, Cellule>> {
  const [grille] = (await lire(contenu)).feuilles;
  return cellules(grille!);
}

export const cellules = (grille: Grille): Record<string, Cellule> =>
  Object.fromEntries(
    Array.from({ length: grille.nombreDeLignes }, (_, l) =>
      grille.colonnes(l).map((c) => [adresse(l, c), grille.cellule(l, c)!] as const),
    ).flat(),
  );
