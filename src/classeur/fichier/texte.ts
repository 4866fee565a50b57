import Papa from 'papaparse';
import { borner, LIMITES } from './limites';

const MARQUES: readonly (readonly [marque: string, encodage: string])[] = [
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** L'encodage qu'annonce la marque d'ordre des octets du « texte Unicode » d'Excel. */
export const encodageMarque = (octets: Buffer): string | undefined =>
  MARQUES.find(([marque]) => octets.toString('hex', 0, 2) === marque)?.[1];

/** Le texte d'un fichier : UTF-16 s'il en porte la marque, UTF-8 s'il en est, Windows-1252 sinon. */
export function decoder(octets: Buffer): string {
  const marque = encodageMarque(octets);
  if (marque) return new TextDecoder(marque).decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}

/** Les cellules d'un csv (« ; », tabulation ou « , »). Rien n'y est converti : « 01427 » garde son zéro. */
export function lireCsv(texte: string): string[][] {
  const annonce = /^sep=(.)\r?\n/i.exec(texte);
  const { data } = Papa.parse<string[]>(annonce ? texte.slice(annonce[0].length) : texte, {
    delimiter: annonce?.[1] ?? '',
    delimitersToGuess: [';', '\t', ','],
    preview: LIMITES.lignes + 1,
  });
  borner('lignes', data.length);
  let cellules = 0;
  for (const rangee of data) {
    borner('colonnes', rangee.length);
    borner('cellules', (cellules += rangee.length));
  }
  return data;
}

/** Bien des applications nomment « .xls » une page HTML. */
export const estHtml = (texte: string): boolean =>
  /^\s*<(?:!doctype html|html|head|meta|style|table)\b/i.test(texte.slice(0, 2048));
