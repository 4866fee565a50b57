import { SSF } from '@e965/xlsx';
import { BARRE, EXPOSANT, FIN } from '../cellule';
import { LIMITES } from './limites';

/** Les parties d'une archive, décompressées. */
export type Parties = ReadonlyMap<string, Uint8Array>;

/** Dans le code de format d'une cellule entièrement barrée. */
export const FORMAT_BARRE = `"${BARRE}"`;

export interface Apprete {
  readonly parties: Parties;
  /** Une feuille au moins a des lignes ou des colonnes masquées. */
  readonly masquages: boolean;
}

/**
 * Les parties d'un xlsx telles que SheetJS n'en perdra rien : passages barrés et exposants marqués dans leur texte, format des cellules
 * barrées marqué, formules sans valeur et erreurs qu'il ne connaît pas dites, dernière ligne remplie annoncée. Les autres passent telles quelles.
 */
export function appreter(recues: Parties): Apprete {
  const parties = new Map(recues);
  let masquages = false;
  for (const [nom, octets] of recues) {
    if (!/\.xml$/i.test(nom)) continue;
    const tete = texteDe(octets.subarray(0, 2048));
    const nature = /<(?:\w+:)?(worksheet|sst|styleSheet)\b/.exec(tete)?.[1];
    if (!nature) continue;
    const xml = texteDe(octets);
    if (nature === 'worksheet') masquages ||= xml.includes(' hidden=');
    const apprete =
      nature === 'worksheet' ? appreterFeuille(xml) : nature === 'sst' ? marquer(xml) : marquerBarrees(xml);
    if (apprete !== xml) parties.set(nom, new TextEncoder().encode(apprete));
  }
  return { parties, masquages };
}

const texteDe = (octets: Uint8Array): string => new TextDecoder().decode(octets);

const BARRANT = /<(?:\w+:)?strike(?![^<>]*\bval=["'](?:0|false))/;
const EN_EXPOSANT = /<(?:\w+:)?vertAlign[^<>]*\bval=["'](?:superscript|subscript)/;

/** Marque le texte des morceaux enrichis (`<r>`) barrés ou en exposant. */
function marquer(xml: string): string {
  if (!xml.includes('strike') && !xml.includes('vertAlign')) return xml;
  return xml
    .split(/(?=<(?:\w+:)?r>)/)
    .map((morceau) => {
      const mise = /^<(?:\w+:)?r>\s*<(?:\w+:)?rPr>/.test(morceau)
        ? morceau.slice(0, morceau.search(/<(?:\w+:)?t[\s>]/))
        : '';
      const marque = BARRANT.test(mise) ? BARRE : EN_EXPOSANT.test(mise) ? EXPOSANT : '';
      return marque ? morceau.replace(/(<(?:\w+:)?t(?:\s[^<>]*)?>)([^<]*)/, `$1${marque}$2${FIN}`) : morceau;
    })
    .join('');
}

/** Donne aux cellules dont la police est barrée un code de format qui le dit ; SheetJS ne garde que lui du style d'une cellule. */
function marquerBarrees(xml: string): string {
  if (!xml.includes('strike')) return xml;
  const barrees = new Set<number>();
  const polices = entre(xml, 'fonts').split(/<(?:\w+:)?font(?=[\s/>])/);
  polices.slice(1).forEach((police, i) => BARRANT.test(police) && barrees.add(i));
  const codes = new Map<string, string>();
  for (const [balise] of entre(xml, 'numFmts').matchAll(/<(?:\w+:)?numFmt\s[^<>]*/g)) {
    codes.set(attribut(balise, 'numFmtId'), attribut(balise, 'formatCode'));
  }
  const neufs = new Map<string, string>();
  const styles = entre(xml, 'cellXfs');
  const marques = styles.replace(/<(?:\w+:)?xf\s[^<>]*/g, (balise) => {
    if (!barrees.has(Number(attribut(balise, 'fontId')))) return balise;
    const id = attribut(balise, 'numFmtId') || '0';
    const neuf = String(PREMIER_FORMAT + Number(id));
    neufs.set(neuf, codes.get(id) ?? formatsUsuels()[id] ?? 'General');
    return balise.replace(/\bnumFmtId=["']\d+["']/, '').replace(/\s/, ` numFmtId="${neuf}" `);
  });
  const formats = [...codes, ...[...neufs].map(([id, code]) => [id, `${echapper(code)}&quot;${BARRE}&quot;`] as const)]
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
    .join('');
  return xml
    .replace(styles, () => marques)
    .replace(entre(xml, 'numFmts') || /$^/, '')
    .replace(/<(?:\w+:)?fonts\b/, (fonts) => `<numFmts>${formats}</numFmts>${fonts}`);
}

const formatsUsuels = (): Record<string, string> => (SSF as { get_table: () => Record<string, string> }).get_table();

/** Loin des codes d'un classeur. */
const PREMIER_FORMAT = 100_000;

const attribut = (balise: string, nom: string): string =>
  new RegExp(`\\s${nom}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(balise)
    ?.slice(1)
    .find((v) => v !== undefined) ?? '';

const echapper = (code: string): string =>
  code
    .replace(/&(?!\w+;|#)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');

/** Un élément entier, du début de sa balise à la fin de sa fermeture. */
function entre(xml: string, element: string): string {
  const debut = new RegExp(`<(?:\\w+:)?${element}[\\s>]`).exec(xml)?.index ?? -1;
  const fin = debut < 0 ? null : new RegExp(`</(?:\\w+:)?${element}>`).exec(xml.slice(debut));
  return fin ? xml.slice(debut, debut + fin.index + fin[0].length) : '';
}

/** Une cellule dont la formule n'a pas de valeur. */
const SANS_VALEUR =
  /<((?:\w+:)?)c\b([^<>]*)>\s*<\1f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/\1f>)\s*(?:(<\1v\s*\/>|<\1v(?:\s[^<>]*)?>\s*<\/\1v>)\s*)?<\/\1c>/g;
const EN_ERREUR =
  /(<((?:\w+:)?)c\b[^<>]*\bt=["'])e(["'][^<>]*>\s*(?:<\2f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/\2f>)\s*)?<\2v>)([^<]*)/g;
const ERREURS_CONNUES = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** Les recherches de texte, bien plus vives que les expressions, en épargnent le passage à presque toutes les feuilles. */
function appreterFeuille(xml: string): string {
  let feuille = xml.includes('inlineStr') ? marquer(xml) : xml;
  if (feuille.includes('<f') || feuille.includes(':f')) {
    feuille = feuille.replace(SANS_VALEUR, (cellule, p: string, attributs: string, valeur?: string) =>
      // Un texte vide est une valeur : celle de bien des formules.
      valeur && /\bt=["']str["']/.test(attributs)
        ? cellule
        : `<${p}c${attributs.replace(/\bt=["']\w*["']/, '')}><${p}v>?</${p}v></${p}c>`,
    );
  }
  if (feuille.includes('="e"') || feuille.includes("='e'")) {
    feuille = feuille.replace(EN_ERREUR, (tout, avant: string, _, apres: string, erreur: string) =>
      ERREURS_CONNUES.has(erreur) ? tout : `${avant}str${apres}${erreur}`,
    );
  }
  return annoncerLaFin(bornerLesColonnes(feuille));
}

/** SheetJS déplierait une description de colonnes qui en couvre un milliard. */
function bornerLesColonnes(xml: string): string {
  const donnees = xml.search(/<(?:\w+:)?sheetData\b/);
  const tete = xml.slice(0, Math.max(donnees, 0));
  const bornee = tete.replace(
    /(<(?:\w+:)?col\b[^<>]*\bmax=["'])\d{6,}/g,
    (_, avant: string) => `${avant}${LIMITES.colonnes}`,
  );
  return bornee === tete ? xml : bornee + xml.slice(tete.length);
}

const DIMENSION = /<(?:\w+:)?dimension\b[^<>]*\/>/;

/** La plage utilisée qu'annonce une feuille compte ses lignes vides : on y met la dernière remplie si elle dépasse la limite. */
function annoncerLaFin(xml: string): string {
  const lignes = derniereRemplie(xml);
  const annonce = DIMENSION.exec(xml.slice(0, 2 ** 16))?.[0] ?? '';
  if (lignes <= LIMITES.lignes && !/\d{5}/.test(annonce)) return xml;
  const juste = lignes > LIMITES.lignes ? `<dimension ref="A1:A${lignes}"/>` : '';
  return xml.replace(annonce, '').replace(/<(?:\w+:)?sheetData\b/, (debut) => juste + debut);
}

/** Quelques nombres seuls sur leur ligne, au bout de la feuille, ne sont pas des communes. */
const NOMBRES_PERDUS = 3;

/** La dernière ligne qui compte, et non la dernière remplie si ce n'est que d'un nombre perdu. */
function derniereRemplie(xml: string): number {
  const p = /<(\w+:)?sheetData\b/.exec(xml)?.[1] ?? '';
  const remplie = new RegExp(`<${p}v(?:\\s[^<>]*)?>[^<]|<${p}is>`, 'g');
  const texte = /\bt=["'](?:s|str|inlineStr)["']/;
  const perdues: number[] = [];
  let fin = xml.lastIndexOf(`</${p}sheetData>`);
  while (fin > 0) {
    const debut = xml.lastIndexOf(`<${p}row`, fin);
    if (debut < 0) break;
    const ligne = xml.slice(debut, fin);
    const remplies = ligne.match(remplie)?.length ?? 0;
    if (remplies > 1 || (remplies === 1 && texte.test(ligne))) return numeroDe(xml, p, debut);
    if (remplies === 1 && perdues.push(debut) > NOMBRES_PERDUS) return numeroDe(xml, p, perdues[0]!);
    fin = debut - 1;
  }
  return 0;
}

/** Le numéro d'une ligne, qu'une feuille n'écrit pas toujours. */
function numeroDe(xml: string, p: string, debut: number): number {
  const ecrit = attribut(xml.slice(debut, xml.indexOf('>', debut)), 'r');
  if (ecrit !== '') return Number(ecrit);
  let lignes = 0;
  for (let i = xml.indexOf(`<${p}row`); i >= 0 && i <= debut; i = xml.indexOf(`<${p}row`, i + 1)) lignes++;
  return lignes;
}
