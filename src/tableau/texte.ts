/**
 * Ramène un libellé à ses mots : sans accents, casse, ponctuation ni espaces multiples.
 * @example normaliser('Saint-Georges-lès-Baillargeaux') // 'saint georges les baillargeaux'
 */
export const normaliser = (texte: string): string =>
  (ASCII.test(texte) ? texte : texte.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const ASCII = /^[ -~]*$/;

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

const COCHES = /^[✓✔☑✅]/u;
const CROIX = /^[✗✘☒❌]/u;
const RESERVES = /\b(?:reserves?|condition\w*|principe|partiel\w*)\b/;
const AFFIRMATIFS = /^(?:1|x|o|yes|ok|vrai|true)$|^(?:oui|obtenue?|donnee?|accord|accordee?|favorable|acquise?)\b/;
const NEGATIFS =
  /^(?:0|n|no|faux|false)$|\b(?:non|pas|sans|refus\w*|defavorable|absen\w+|attente|attendue?|cours|venir|(?:recueill|obten|demand|sollicit)(?:er|ir))\b/;

/**
 * Lit un oui ou un non tel qu'on l'écrit ; `null` si le texte n'est ni l'un ni l'autre, ou s'il est conditionnel.
 * @example lireOuiNon('Oui (CM du 12/03)') // true
 * @example lireOuiNon('accord à recueillir') // false
 * @example lireOuiNon('favorable sous réserve') // null
 */
export function lireOuiNon(texte: string): boolean | null {
  if (COCHES.test(texte.trim())) return true;
  if (CROIX.test(texte.trim())) return false;
  const mots = normaliser(texte);
  if (/^oui\b/.test(mots)) return true;
  if (NEGATIFS.test(mots)) return false;
  return AFFIRMATIFS.test(mots) && !RESERVES.test(mots) ? true : null;
}

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
const NON_DONNE = /^non (?:connue?|communique|disponible|defini|determine|fixe|renseigne|transmis)e?$/;

export const estVide = (texte: string): boolean => VIDES.test(texte);

/** « n.c. », « n.d. », « ? », « à compléter » : la valeur existe mais n'est pas donnée. */
export function estInconnue(texte: string): boolean {
  if (/^[?.…]+$/.test(texte.trim())) return true;
  const mots = normaliser(texte);
  return INCONNUS.has(mots) || NON_DONNE.test(mots);
}
