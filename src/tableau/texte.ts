/**
 * Ramène un libellé à ses mots : sans accents, casse, ponctuation ni espaces multiples.
 * @example normaliser('Saint-Georges-lès-Baillargeaux') // 'saint georges les baillargeaux'
 */
export const normaliser = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const AFFIRMATIFS = new Set([
  'oui',
  'o',
  'x',
  'vrai',
  'true',
  '1',
  'yes',
  'obtenu',
  'donne',
  'accord',
  'accorde',
  'favorable',
  'acquis',
  'ok',
]);
const NEGATIFS = new Set([
  'non',
  'n',
  'faux',
  'false',
  '0',
  'no',
  'refus',
  'refuse',
  'defavorable',
  'en attente',
  'a recueillir',
  'a obtenir',
  'attendu',
  'en cours',
]);

/**
 * Lit un oui ou un non tel qu'on l'écrit ; `null` si le texte n'est ni l'un ni l'autre.
 * @example lireOuiNon('Oui (CM du 12/03)') // true
 * @example lireOuiNon('en attente') // false
 */
export function lireOuiNon(texte: string): boolean | null {
  const mots = normaliser(texte);
  if (AFFIRMATIFS.has(mots) || /^oui\b/.test(mots)) return true;
  if (NEGATIFS.has(mots) || /^non\b/.test(mots)) return false;
  return null;
}

const VIDES = new Set(['', '-', '–', '—', '−', '/']);
const INCONNUS = new Set([
  'nc',
  'n c',
  'nd',
  'n d',
  'na',
  'n a',
  'ns',
  'inconnu',
  'inconnue',
  'non connu',
  'non communique',
  'non disponible',
  'a venir',
]);

export const estVide = (texte: string): boolean => VIDES.has(texte.replace(/[\s\u00a0\u202f]+/g, ''));

/** « n.c. », « n.d. », « ? » : la valeur existe mais n'est pas donnée. */
export const estInconnue = (texte: string): boolean => /^[?.…]+$/.test(texte.trim()) || INCONNUS.has(normaliser(texte));
