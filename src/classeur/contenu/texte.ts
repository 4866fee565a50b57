import Papa from 'papaparse';
import { borner, LIMITES } from './limites';

const MARQUES: readonly (readonly [marque: readonly number[], encodage: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** L'encodage qu'annonce la marque d'ordre des octets du « texte Unicode » d'Excel. */
export const encodageMarque = (octets: Uint8Array): string | undefined =>
  MARQUES.find(([marque]) => marque.every((octet, i) => octets[i] === octet))?.[1];

/** Les lettres de Windows-1252 là où le latin-1 n'a que des codes de commande, de 0x80 (« € ») à 0x9F. */
const LETTRES_DE_WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Le texte d'un fichier : UTF-16 s'il en porte la marque, UTF-8 s'il en est, Windows-1252 sinon. Le `TextDecoder` de Node 20 lit
 * Windows-1252 comme du latin-1, et des copies enregistrées en UTF-8 gardent la même faute : « œ » et « € » y sont rétablis.
 */
export const decoder = (octets: Uint8Array): string =>
  lire(octets).replace(/[\u0080-\u009f]/g, (code) => LETTRES_DE_WINDOWS.charAt(code.charCodeAt(0) - 0x80));

function lire(octets: Uint8Array): string {
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
    delimiter: annonce?.[1] ?? separateurDe(texte),
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

/** Une ligne vide, en tête ou à la fin, ferait préférer la virgule des décimales. */
const separateurDe = (texte: string): string =>
  Papa.parse(texte, { delimitersToGuess: [';', '\t', ','], preview: 20, skipEmptyLines: true }).meta.delimiter;

/** Bien des applications nomment « .xls » une page HTML. */
export const estHtml = (texte: string): boolean =>
  /^\s*<(?:!doctype html|html|head|meta|style|table)\b/i.test(texte.slice(0, 2048));
