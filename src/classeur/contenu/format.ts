import { CFB } from '@e965/xlsx';
import { ARCHIVE_SANS_CLASSEUR, CHIFFRE, ErreurDeFichier, FORMAT_INCONNU, formatNonLu } from './erreur';

/** Les fichiers qui se reconnaissent à leurs premiers octets. */
const SIGNATURES: readonly (readonly [debut: string, nom: string])[] = [
  ['%PDF', 'un document PDF'],
  ['{\\rtf', 'un document texte RTF'],
  ['%!PS', 'un document PostScript'],
  ['\x89PNG', 'une image PNG'],
  ['\xff\xd8\xff', 'une image JPEG'],
  ['GIF8', 'une image GIF'],
  ['BM', 'une image BMP'],
  ['II*\0', 'une image TIFF'],
  ['MM\0*', 'une image TIFF'],
  ['RIFF', 'une image, son ou vidéo'],
  ['PAR1', 'un fichier Parquet'],
  ['SQLite format 3', 'une base de données SQLite'],
  ['\0\x01\0\0Standard', 'une base de données Access'],
  ['ARROW1', 'un fichier Arrow'],
  ['\x1f\x8b', 'une archive gzip'],
  ['7z\xbc\xaf', 'une archive 7z'],
  ['Rar!', 'une archive RAR'],
  ['MZ', 'un programme'],
];
/** Ce que trahissent les entrées d'une archive. */
const ARCHIVES: readonly (readonly [entree: RegExp, nom: string])[] = [
  [/^ppt\//, 'une présentation PowerPoint'],
  [/^xl\/workbook\.bin$/, 'un classeur Excel binaire (.xlsb)'],
  [/^Index\/(?:Document|Tables\/).*\.iwa$|^Index\.zip$/, 'un document Apple (Numbers, Pages ou Keynote)'],
  [/^index\.(?:xml|apxl)(?:\.gz)?$/, 'un document Apple (Numbers, Pages ou Keynote)'],
  [/^visio\//, 'un dessin Visio'],
  [/^META-INF\/container\.xml$/, 'un livre EPUB'],
];
const OPENDOCUMENT: Readonly<Record<string, string>> = {
  text: 'un document texte OpenDocument (.odt)',
  presentation: 'une présentation OpenDocument (.odp)',
  graphics: 'un dessin OpenDocument (.odg)',
  database: 'une base de données OpenDocument (.odb)',
};
/** Ce que trahissent les flux d'un conteneur OLE. */
const OLE: readonly (readonly [flux: string, nom: string])[] = [
  ['WordDocument', 'un document Word (.doc)'],
  ['PowerPoint Document', 'une présentation PowerPoint (.ppt)'],
  ['__properties_version1.0', 'un message Outlook (.msg)'],
  ['VisioDocument', 'un dessin Visio'],
];

/** Ce que contiennent des octets, à leurs premiers ; lève le refus qui nomme un format qu'on ne lit pas. */
export function conteneurDe(octets: Uint8Array): 'archive' | 'ole' | 'texte' {
  const debut = String.fromCharCode(...octets.subarray(0, 16));
  if (debut.startsWith('PK\x03\x04')) return 'archive';
  if (debut.startsWith('\xd0\xcf\x11\xe0')) return 'ole';
  const nul = octets.subarray(0, 4096).includes(0);
  const connu = SIGNATURES.find(([signature]) => debut.startsWith(signature));
  // « BM » et « MZ » commencent aussi des textes.
  if (connu && (nul || connu[0].length > 2)) throw new ErreurDeFichier(formatNonLu(connu[1]));
  if (/^....ftyp/.test(debut)) throw new ErreurDeFichier(formatNonLu('une image ou vidéo'));
  return 'texte';
}

/** Le format d'une archive, à ses entrées. */
export function formatDArchive(parties: ReadonlyMap<string, Uint8Array>): 'xlsx' | 'ods' | 'docx' {
  const noms = [...parties.keys()];
  const manifeste = texteDe(parties.get('META-INF/manifest.xml'));
  if (manifeste.includes('encryption-data')) throw new ErreurDeFichier(CHIFFRE);
  const nature = /opendocument\.([a-z]+)/.exec(texteDe(parties.get('mimetype')) || manifeste)?.[1];
  if (nature === 'spreadsheet' && parties.has('content.xml')) return 'ods';
  if (!nature && noms.some((n) => /^word\/document\d*\.xml$/i.test(n))) return 'docx';
  const nom = (nature && OPENDOCUMENT[nature]) ?? ARCHIVES.find(([entree]) => noms.some((n) => entree.test(n)))?.[1];
  if (nom) throw new ErreurDeFichier(formatNonLu(nom));
  if (/sheet\.(?:main|macroEnabled)|excel\.(?:sheet|template)/.test(texteDe(parties.get('[Content_Types].xml'))))
    return 'xlsx';
  // Sans elle, SheetJS chercherait un classeur dans une archive imbriquée.
  if (noms.some((n) => /^\[Content_Types\]\.xml$/i.test(n)) && noms.some((n) => /^xl\//i.test(n))) return 'xlsx';
  throw new ErreurDeFichier(ARCHIVE_SANS_CLASSEUR);
}

const texteDe = (octets: Uint8Array | undefined): string =>
  octets ? new TextDecoder('latin1').decode(octets.subarray(0, 2 ** 20)) : '';

interface Ole {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[];
}

interface LecteurOle {
  read(octets: Uint8Array, options: { type: 'array' }): Ole;
}

/** Le conteneur d'un classeur Excel 97-2003 et son flux ; lève le refus qui nomme un autre document. */
export function classeurOle(octets: Uint8Array): { conteneur: unknown; flux: Uint8Array } {
  const conteneur = (CFB as LecteurOle).read(octets, { type: 'array' });
  const noms = conteneur.FullPaths.map((chemin) => chemin.split('/').at(-1) ?? '');
  const flux = new Set(noms);
  if (flux.has('EncryptedPackage')) throw new ErreurDeFichier(CHIFFRE);
  const nom = OLE.find(([porte]) => flux.has(porte))?.[1];
  if (nom) throw new ErreurDeFichier(formatNonLu(nom));
  const contenu = conteneur.FileIndex[noms.indexOf(flux.has('Workbook') ? 'Workbook' : 'Book')]?.content;
  if (!contenu) throw new ErreurDeFichier(FORMAT_INCONNU);
  return { conteneur, flux: contenu instanceof Uint8Array ? contenu : Uint8Array.from(contenu) };
}
