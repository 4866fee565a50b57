import type { Feuille, Valeur } from '../../outils/lecture';
import type { Recriture } from './recriture';

/** Ce que la cellule montre, à la française. */
export function montrer(valeur: Valeur): string {
  if (valeur === null) return '';
  if (typeof valeur === 'object') {
    const { valeur: v, pourcent, erreur } = valeur;
    if (erreur) return erreur;
    if (pourcent && typeof v === 'number') return `${String(Math.round(v * 10_000) / 100).replace('.', ',')} %`;
    return montrer(v);
  }
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return typeof valeur === 'number' ? String(valeur).replace('.', ',') : valeur;
}

export function enCsv({ cellules }: Feuille, separateur = ';', fin = '\r\n'): string {
  const largeur = Math.max(0, ...cellules.map((l) => l.length));
  const echapper = (texte: string) =>
    texte.includes(separateur) || /["\n\r]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
  return cellules
    .map((ligne) => Array.from({ length: largeur }, (_, c) => echapper(montrer(ligne[c] ?? ''))).join(separateur) + fin)
    .join('');
}

export const utf8 = (texte: string): Uint8Array => new TextEncoder().encode(texte);

const WINDOWS: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96, '—': 0x97, '’': 0x92, œ: 0x9c, '…': 0x85 };

const deWindows = (c: string): number | undefined =>
  WINDOWS[c] ?? (c.charCodeAt(0) < 256 ? c.charCodeAt(0) : undefined);

/** Windows-1252, ou UTF-8 si un caractère n'y est pas. */
export const windows1252 = (texte: string): Uint8Array => {
  const octets = [...texte].map(deWindows);
  return octets.includes(undefined) ? utf8(texte) : Uint8Array.from(octets as number[]);
};

export const utf16 = (texte: string, marque = true): Uint8Array =>
  new Uint8Array(Buffer.from(`${marque ? '\ufeff' : ''}${texte}`, 'utf16le'));

const html = (texte: string): string => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

export const enHtml = ({ cellules }: Feuille): string => {
  const lignes = cellules.map((l) => `<tr>${l.map((v) => `<td>${html(montrer(v))}</td>`).join('')}</tr>`);
  return `<html><head><meta charset="utf-8"></head><body><table>${lignes.join('')}</table></body></html>`;
};

const xml = (texte: string): string => html(texte.replaceAll('\n', ' ')).replaceAll('"', '&quot;');

/** « Feuille de calcul XML 2003 ». */
export const enXml2003 = ({ nom, cellules }: Feuille): string => {
  const cellule = (v: Valeur) =>
    typeof v === 'number'
      ? `<Cell><Data ss:Type="Number">${v}</Data></Cell>`
      : `<Cell><Data ss:Type="String">${xml(montrer(v))}</Data></Cell>`;
  const lignes = cellules.map((l) => `<Row>${l.map(cellule).join('')}</Row>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="${xml(nom)}"><Table>${lignes}</Table></Worksheet></Workbook>`;
};

const format = (nom: string, anodine: boolean, ecrire: (f: Feuille) => Uint8Array): Recriture => ({
  nom,
  anodine,
  format: ecrire,
});

/** Le même tableau dans un fichier texte. */
export const FORMATS: readonly Recriture[] = [
  format('csv', true, (f) => utf8(enCsv(f))),
  format('csv, marque UTF-8', true, (f) => utf8(`\ufeff${enCsv(f)}`)),
  format('csv, Windows-1252', true, (f) => windows1252(enCsv(f))),
  format('csv, tabulations', true, (f) => utf8(enCsv(f, '\t', '\n'))),
  format('csv, virgules', false, (f) => utf8(enCsv(f, ','))),
  format('csv, UTF-16', true, (f) => utf16(enCsv(f, '\t'))),
  format('html', true, (f) => utf8(enHtml(f))),
];
