/** Au-delà, ce n'est plus une réponse : elle est à lire par l'agent. */
const LONGUEUR_MAXIMUM = 400;

/** Les coches que laissent Word et Excel, polices de symboles comprises. */
const COCHES = /[☑☒✓✔✅◉þý\uf0fe\uf0fd\uf0fc\uf078]|[[(][ \u00a0]{0,3}[xX][ \u00a0]{0,3}[\])]/g;
const CASES_VIDES = /[☐□▢⬜❏❑○◯¨\uf0a8\uf06f]|[[(][ \u00a0_]{0,3}[\])]/g;
const CROIX = /[✗✘❌✖]/g;

const MOIS =
  '(?:janvier|janv|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec)';
const DATES = new RegExp(
  [
    '\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})',
    '\\d{4}-\\d{2}-\\d{2}',
    '\\d{1,2}/\\d{2}',
    `(?:\\d{1,2}|1er) ${MOIS}\\.? \\d{4}`,
    `(?:\\d{1,2}|1er) ${MOIS}`,
    `${MOIS}\\.? \\d{4}`,
    MOIS,
  ]
    .map((forme) => `(?<![\\w/.-])${forme}(?![\\w/-])`)
    .join('|'),
  'g',
);
const ANNEE = /(?<![\w/.,<-])(?:19|20)\d{2}(?![\w/%,-])/g;
const NUMERO = /\b(?:n ?°|(?:no|num|numero)[ .]{1,2}) ?(?=[\w./-]{0,30}\d)[\w./-]{1,30}/g;
const NUMERO_D_ACTE = /(?<![\w/.-])\d{4}[-_/]\d{1,3}(?![\w/-])/g;
const VOIX =
  /\b(\d{1,3}) (?:voix )?(?:pour,? (?:et )?(\d{1,3}) (?:voix )?contre|contre (\d{1,3}))(?:,? (?:et )?\d{1,3} abstentions?)?\b/g;
const JETONS = /<[a-z0-9]+>|[a-z0-9]+|\.{2,}|[^\s.!'’ʼ`´_-]/g;

/** « votée » gardé à part de « vote » : l'accent seul distingue ce qui est fait de ce qui est à faire. */
const VOTE_ACCOMPLI = /\bvotée?s?(?![a-zà-ÿ])/g;

/**
 * Les jetons d'une réponse : mots sans accent ni casse, `☒` case cochée, `☐` case vide, `✗` croix, `,` `:` `/` ce qui sépare,
 * `<date>`, `<numero>` et `<voix>` (un décompte de voix en majorité pour) ; tout autre signe est son propre jeton.
 * @param ecrireDate ce que devient une date, `<date>` sinon
 * @example decouper('[x] Délib. n° 2026-12 du 12/05/2026') // ['☒', 'delib', '<numero>', 'du', '<date>']
 */
export function decouper(texte: string, ecrireDate: (date: string) => string = () => '<date>'): readonly string[] {
  if (texte.length > LONGUEUR_MAXIMUM) return ['<long>'];
  const dater = (date: string) => ` ${ecrireDate(date)} `;
  const mots = texte
    .normalize('NFC')
    .replace(/[\ufe0e\ufe0f\u200b-\u200f\u00ad]/g, '')
    .replace(COCHES, ' ☒ ')
    .replace(CASES_VIDES, ' ☐ ')
    .replace(CROIX, ' ✗ ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(VOTE_ACCOMPLI, 'votee')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(VOIX, (decompte, pour: string, contre?: string, autres?: string) =>
      Number(pour) > Number(contre ?? autres) ? ' <voix> ' : decompte,
    )
    .replace(NUMERO, ' <numero> ')
    .replace(DATES, dater)
    .replace(NUMERO_D_ACTE, ' <numero> ')
    .replace(ANNEE, dater)
    .replace(/[;()[\]|"«»“”•●\n]|(?<![^\s])[-–—−]+|[–—−]|-(?=\s|$)/g, ' , ');
  return mots.match(JETONS) ?? [];
}
