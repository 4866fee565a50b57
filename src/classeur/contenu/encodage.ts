const MARQUES: readonly (readonly [marque: readonly number[], encodage: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Les lettres de 0x80 à 0xFF. Le `TextDecoder` de Node 20 lit Windows-1252 comme du latin-1, et celui du web n'a pas de cp850. */
const WINDOWS =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const ALPHABETS = [WINDOWS, CP850, MACINTOSH] as const;

/** Ce que le français écrit souvent, et ce qu'il écrit parfois. */
const COURANTS = new Set('éèêàâçîôûùëïü');
const ADMIS = new Set('ÉÈÊÀÂÇÎÔÛÙËÏÜœŒæÆÿ«»’‘“”–—…°€·²³½§\u00a0');
/** De quoi reconnaître un alphabet. */
const ECHANTILLON = 2 ** 16;

/** L'encodage qu'annonce la marque d'ordre des octets du « texte Unicode » d'Excel, ou que trahit un octet nul sur deux. */
export function encodageUtf16(octets: Uint8Array): string | undefined {
  const marque = MARQUES.find(([attendue]) => attendue.every((octet, i) => octets[i] === octet))?.[1];
  if (marque) return marque;
  const tete = octets.subarray(0, 4096);
  const nuls = { pairs: 0, impairs: 0 };
  tete.forEach((octet, i) => octet === 0 && nuls[i % 2 === 0 ? 'pairs' : 'impairs']++);
  // La moitié au moins d'un côté, presque rien de l'autre.
  const [beaucoup, peu] = [tete.length / 4, tete.length / 40];
  if (nuls.impairs > beaucoup && nuls.pairs < peu) return 'utf-16le';
  return nuls.pairs > beaucoup && nuls.impairs < peu ? 'utf-16be' : undefined;
}

/**
 * Le texte d'un fichier : UTF-16, UTF-8 s'il en est, sinon celui des alphabets de Windows, de DOS et du Mac qui fait le meilleur français.
 * Ce qu'une copie a encodé deux fois est rétabli ; ce qui clôt un vieux fichier (nul, Ctrl-Z) est ôté.
 */
export function decoder(octets: Uint8Array): string {
  const utf16 = encodageUtf16(octets);
  const texte = utf16 ? new TextDecoder(utf16).decode(octets) : (enUtf8(octets) ?? enAlphabet(octets));
  return reparer(sansFin(texte));
}

/** Le texte d'octets dont l'encodage est annoncé ; s'il ne l'est pas, ou mal, celui qu'on devine. */
export function decoderSous(octets: Uint8Array, annonce: string | undefined): string {
  return /^(?:macintosh|x-mac-roman)$/i.test(annonce ?? '') ? enLettres(octets, MACINTOSH) : decoder(octets);
}

function enUtf8(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}

function enAlphabet(octets: Uint8Array): string {
  const debut = octets.subarray(0, ECHANTILLON);
  const notes = ALPHABETS.map((alphabet) => francite(enLettres(debut, alphabet)));
  return enLettres(octets, ALPHABETS[notes.indexOf(Math.max(...notes))] ?? WINDOWS);
}

function enLettres(octets: Uint8Array, alphabet: string): string {
  return new TextDecoder('latin1').decode(octets).replace(/[^\0-\x7f]/g, (lettre) => {
    const code = lettre.charCodeAt(0);
    return alphabet.charAt(code < 0x100 ? code - 0x80 : WINDOWS.indexOf(lettre));
  });
}

function francite(texte: string): number {
  let note = 0;
  for (const { 0: lettre, index } of texte.matchAll(/[^\0-\x7f]/g)) {
    note += COURANTS.has(lettre) ? 3 : ADMIS.has(lettre) ? 1 : -3;
    // Une capitale accentuée dans un mot en minuscules trahit un autre alphabet.
    if (/\p{Lu}/u.test(lettre) && /\p{Ll}/u.test(texte.charAt(index - 1))) note -= 4;
  }
  return note;
}

const classe = (lettres: string): string => `[${lettres.replace(/[\\\]^-]/g, '\\$&')}]`;

/** Les suites de deux ou trois lettres que fait l'UTF-8 lu dans un autre alphabet : « Ã© », « â€™ », « ├® », « √© ». */
const DOUBLES = ALPHABETS.map((alphabet) => ({
  alphabet,
  suites: new RegExp(
    `${classe(alphabet.slice(0x42, 0x60))}${classe(alphabet.slice(0, 0x40))}|${classe(alphabet.slice(0x60, 0x70))}${classe(alphabet.slice(0, 0x40))}{2}`,
    'g',
  ),
}));

function reparer(texte: string): string {
  // Des copies de Windows-1252 lues comme du latin-1, puis enregistrées en UTF-8.
  const lettres = texte.replace(/[\u0080-\u009f]/g, (code) => WINDOWS.charAt(code.charCodeAt(0) - 0x80));
  if (!/[ÂÃÅâ┬├┼Ô¬√‚]/.test(lettres)) return lettres;
  return DOUBLES.reduce(
    (repare, { alphabet, suites }) =>
      repare.replace(suites, (suite) => {
        const lu = enUtf8(Uint8Array.from(suite, (lettre) => alphabet.indexOf(lettre) + 0x80));
        return lu !== undefined && (COURANTS.has(lu) || ADMIS.has(lu)) ? lu : suite;
      }),
    lettres,
  );
}

function sansFin(texte: string): string {
  let fin = texte.length;
  while (fin > 0 && '\0\u001a'.includes(texte.charAt(fin - 1))) fin--;
  return texte.slice(0, fin);
}
