import { ErreurDeFichier, FORMAT_INCONNU, formatNonLu } from './erreur';
import { estMhtml } from './mhtml';
import { nomLocal } from './xml';

const TEXTES: readonly (readonly [motif: RegExp, nom: string])[] = [
  [/^ID;P/, 'une feuille SYLK (.slk)'],
  [/^TABLE\r?\n0,1\r?\n/, 'une feuille DIF (.dif)'],
  [/^\{\\rtf/, 'un document texte RTF'],
  [/^%PDF/, 'un document PDF'],
  [/^BEGIN:V(?:CARD|CALENDAR)/, 'une carte de visite ou agenda'],
];
const PAGE = /^(?:html|head|body|meta|title|link|style|script|table|div|p|center|font|h[1-6])$/i;
/** Ce qui précède l'élément racine : déclaration, commentaires, type de document. */
const PROLOGUE = /^(?:\s+|<\?[^>]*>|<!--(?:(?!-->)[^])*-->|<![a-z][^>[]*(?:\[[^\]]*\]\s*)?>)/i;

/** Le format d'un texte ; lève le refus qui nomme celui qu'on ne lit pas. */
export function formatDeTexte(texte: string): 'fods' | 'xml 2003' | 'html' | 'mhtml' | 'csv' {
  if (texte.slice(0, 4096).includes('\0')) throw new ErreurDeFichier(FORMAT_INCONNU);
  const nom = TEXTES.find(([motif]) => motif.test(texte))?.[1] ?? (estJson(texte) ? 'un document JSON' : undefined);
  if (nom) throw new ErreurDeFichier(formatNonLu(nom));
  if (estMhtml(texte)) return 'mhtml';
  const racine = racineDe(texte);
  if (!racine) return 'csv';
  const [element, balise] = racine;
  if (PAGE.test(element)) return 'html';
  if (nomLocal(element) === 'Workbook' && balise.includes('schemas-microsoft-com:office:spreadsheet'))
    return 'xml 2003';
  if (nomLocal(element) === 'document' && balise.includes('opendocument')) {
    if (texte.includes('<office:spreadsheet')) return 'fods';
    throw new ErreurDeFichier(formatNonLu('un document OpenDocument qui n’est pas un classeur'));
  }
  if (/^\s*<\?xml/.test(texte)) throw new ErreurDeFichier(formatNonLu(`un document XML (« ${element.slice(0, 40)} »)`));
  return 'csv';
}

/** Le nom de l'élément racine d'un XML ou d'un HTML, et sa balise ouvrante. */
function racineDe(texte: string): readonly [element: string, balise: string] | undefined {
  let reste = texte.slice(0, 2 ** 16);
  for (let avant = PROLOGUE.exec(reste); avant; avant = PROLOGUE.exec(reste)) reste = reste.slice(avant[0].length);
  const balise = /^<([a-z][\w:.-]*)[^>]*/i.exec(reste);
  return balise ? [balise[1] ?? '', balise[0]] : undefined;
}

function estJson(texte: string): boolean {
  if (!/^\s*[[{]/.test(texte)) return false;
  try {
    JSON.parse(texte);
    return true;
  } catch {
    return false;
  }
}
