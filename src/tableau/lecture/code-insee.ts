/** Un numéro de département : 01 à 95, 2A, 2B, 971 à 978, et les codes que l'INSEE réserve. Le 20 n'en est plus un. */
const DEPARTEMENT = /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5789]|97[1-8])$/;
const LONGUEUR = 40;
/** « MAJ mai 2026 » n'est pas un code : seuls ces mots le précèdent. */
const PREFIXES =
  /^(?:(?:INSEE|CODE|COG|CODGEO|DEPCOM|COMMUNE|COM|C|FRANCE|FR|F|NUMERO|NUM|N°|NO|N|DEPARTEMENT|DEPT|DEP|DPT|D|VILLE|DE|LA)[ :._\-–—]{0,3}){1,3}(?=\d)/;
const SEPARE = /^(0?\d{1,2}|0?2[AB]|97\d)[ \-–—_./,](\d{1,3})$/;
const CODE = /^(?:\d{5}|2[AB]\d{3})(?![\dA-Z])/;
const SEPARATEURS = /[ \-–—_./,]/g;

/**
 * Le code INSEE qu'un texte écrit, ramené à la commune pour un arrondissement ; `null` s'il ne se lit pas comme un code.
 * @param departement le numéro du département, si une autre colonne le donne
 * @example lireCode('1 427') // '01427'
 * @example lireCode('86-214') // '86214'
 * @example lireCode('214') // null ; '86214' si le département est 86
 * @example lireCode('75116') // '75056'
 */
export function lireCode(texte: string, departement: string | null = null): string | null {
  if (texte.length > LONGUEUR) return null;
  const code = /^\d{5}$/.test(texte) ? texte : completer(nettoyerCode(texte), departement);
  return code && estPlausible(code) ? communeDeLArrondissement(code) : null;
}

/**
 * Le numéro d'un département tel que sa colonne l'écrit.
 * @example lireDepartement('1') // '01'
 * @example lireDepartement('Vienne (86)') // '86'
 */
export function lireDepartement(texte: string): string | null {
  if (texte === '' || texte.length > LONGUEUR) return null;
  const [, numero = ''] = /(?<![\dA-Z])(\d{1,3}|0?2[AB])(?![\dA-Z])/.exec(texte.toUpperCase()) ?? [];
  const court = /^0\d{2}$|^02[AB]$/.test(numero) ? numero.slice(1) : numero.padStart(2, '0');
  return DEPARTEMENT.test(court) ? court : null;
}

/** Le numéro d'une commune dans son département, seul : « 214 » ; ou celui d'un ancien code corse : 20004. */
export const numeroSeul = (texte: string): string | null =>
  /^20(\d{3})$/.exec(texte.replace(/ /g, ''))?.[1] ?? /^\d{1,3}$/.exec(texte.trim())?.[0].padStart(3, '0') ?? null;

/** Ce qui n'est pas du code : apostrophe ou « = » d'un tableur, « INSEE », « FR », décimale nulle, « (Vienne) », exposant. */
function nettoyerCode(texte: string): string {
  const majuscules = texte
    .toUpperCase()
    .replace(/['’"=]/g, '')
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .trim();
  const [, unite, decimales] = /^(\d)[.,](\d{1,4})E\+?0?4$/.exec(majuscules) ?? [];
  if (unite && decimales) return unite + decimales.padEnd(4, '0');
  const sansPrefixe = /^2[AB]/.test(majuscules) ? majuscules : majuscules.replace(PREFIXES, '');
  const entier = sansPrefixe.replace(/[.,]0{1,2}$/, '');
  const [debut] = CODE.exec(entier) ?? [];
  return debut && !/\d/.test(entier.slice(debut.length)) ? debut : entier;
}

function completer(net: string, departement: string | null): string | null {
  if (departement && /^\d{1,3}$/.test(net)) return assembler(departement, net);
  const [, avant, numero] = SEPARE.exec(net) ?? [];
  if (avant && numero) {
    const lu = lireDepartement(avant);
    if (avant === '97' && numero.length === 3) return avant + numero;
    return lu && assembler(lu, numero);
  }
  const joint = net.replace(SEPARATEURS, '');
  if (/^\d{4}$/.test(joint)) return `0${joint}`;
  if (/^0(?:\d{5}|2[AB]\d{3})$/.test(joint)) return joint.slice(1);
  if (/^97\d0\d\d$/.test(joint)) return joint.slice(0, 3) + joint.slice(4);
  return joint;
}

/** Un département de trois chiffres n'en laisse que deux au numéro, parfois écrit avec le dernier du département : 974 et 411. */
function assembler(departement: string, numero: string): string | null {
  if (departement.length === 2) return departement + numero.padStart(3, '0');
  const court = numero.length < 3 ? numero.padStart(2, '0') : numero.slice(1);
  return numero.length < 3 || numero.startsWith('0') || departement.endsWith(numero.charAt(0))
    ? departement + court
    : null;
}

/** Aucune commune n'a le numéro 000 : 86000 est un code postal. */
const estPlausible = (code: string): boolean =>
  /^(?:\d{5}|2[AB]\d{3})$/.test(code) &&
  DEPARTEMENT.test(code.slice(0, code.startsWith('97') ? 3 : 2)) &&
  !code.endsWith('000');

const ARRONDISSEMENTS: readonly (readonly [motif: RegExp, commune: string])[] = [
  [/^751(?:0[1-9]|1\d|20)$/, '75056'],
  [/^132(?:0[1-9]|1[0-6])$/, '13055'],
  [/^6938[1-9]$/, '69123'],
];

const communeDeLArrondissement = (code: string): string =>
  ARRONDISSEMENTS.find(([motif]) => motif.test(code))?.[1] ?? code;

/** L'arrondissement que désigne un code, seul dans sa commune. */
export function arrondissementDuCode(texte: string): number | null {
  const code = nettoyerCode(texte.slice(0, LONGUEUR)).replace(SEPARATEURS, '');
  if (!ARRONDISSEMENTS.some(([motif]) => motif.test(code))) return null;
  return Number(code.slice(code.startsWith('69') ? 4 : 3));
}
