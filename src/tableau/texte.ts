/**
 * Ramène un libellé à ses mots : sans accents, casse, ponctuation ni espaces multiples.
 * @example normaliser('Saint-Georges-lès-Baillargeaux') // 'saint georges les baillargeaux'
 */
export function normaliser(texte: string): string {
  const minuscules = texte.toLowerCase();
  if (MOTS.test(minuscules)) return minuscules;
  return (ASCII.test(texte) ? minuscules : sansAccents(texte)).replace(/[^a-z0-9]+/g, ' ').trim();
}

const sansAccents = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe');

const ASCII = /^[ -~]*$/;
const MOTS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * Ôte d'un texte ce qui ne se voit pas : caractères de commande, de largeur nulle et de sens d'écriture, sauts de ligne.
 * @example nettoyer('Saint-\nBenoît\u200b') // 'Saint- Benoît'
 */
export const nettoyer = (texte: string): string =>
  SANS_DETOUR.test(texte)
    ? texte
    : texte
        .replace(/\p{Cf}/gu, '')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim();

/** Un texte court de lettres, chiffres et espaces simples, comme presque tous : rien n'y est à ôter. */
const SANS_DETOUR = /^(?:[!-~À-ÿ]| (?=[!-~À-ÿ])){0,40}$/;

/** Coupe un texte trop long pour un message. */
export const abreger = (texte: string, longueur = 120): string =>
  texte.length > longueur ? `${texte.slice(0, longueur)}…` : texte;

const VIDES = /^[\s\u00a0\u202f\-–—−/]*$/;
const INCONNUS = new Set([
  'nc',
  'n c',
  'nd',
  'n d',
  'na',
  'n a',
  'ns',
  'nr',
  'n r',
  's o',
  'xx',
  'xxx',
  'inconnu',
  'inconnue',
  'pas de donnees',
  'no data',
  'sans objet',
  'a venir',
  'a completer',
  'a definir',
  'a determiner',
  'a preciser',
  'a renseigner',
  'en attente',
  'en cours',
]);
const COMMENCE_PAR_UN_CHIFFRE = /^\d/;
const NON_DONNE = /^non (?:connue?|communique|disponible|defini|determine|fixe|renseigne|transmis)e?$/;

export const estVide = (texte: string): boolean => VIDES.test(texte);

/** « n.c. », « n.d. », « ? », « à compléter » : la valeur existe mais n'est pas donnée. */
export function estInconnue(texte: string): boolean {
  if (COMMENCE_PAR_UN_CHIFFRE.test(texte)) return false;
  if (/^[?.…]+$/.test(texte.trim())) return true;
  const mots = normaliser(texte);
  return INCONNUS.has(mots) || NON_DONNE.test(mots);
}
