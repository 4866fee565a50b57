import { fraction, type Fraction } from './fraction';

/** Un nombre tel qu'il est écrit : sa valeur exacte, ses décimales, et s'il porte le signe %. */
export interface NombreLu {
  readonly valeur: Fraction;
  readonly decimales: number;
  readonly pourcent: boolean;
  /** « 4.082 » : millier à l'anglaise ou décimale, on ne sait pas. */
  readonly ambigu: boolean;
}

/** Ce qui ne se voit pas. */
const INVISIBLES = /[\u200b-\u200f\u2060\ufeff]/g;
/** Presque tous les nombres : ni espace, ni décimale. */
const ENTIER = /^-?\d{1,15}$/;
/** Les chiffres ne se joignent que par groupes de trois, séparés par une seule espace ou une apostrophe. */
const ECRITURE = /^([+-]?)\s*(\d+|[1-9]\d{0,2}(?:[ \u00a0\u2000-\u200a\u202f\u205f'’]\d{3})+)(?:([.,])(\d+))?\s*(%?)$/;
const SEPARATEURS = /\D/g;
const CHIFFRES_SIGNIFICATIFS = 12;
/** Presque tous les nombres à virgule n'en ont pas plus ; ni plus de chiffres qu'il n'en est gardé. */
const PEU_DE_DECIMALES = 4;
const CHIFFRES_SURS = 10 ** CHIFFRES_SIGNIFICATIFS;
/** 10¹⁵ est la dernière puissance de dix qui soit un entier sûr. */
const DECIMALES_MAXIMUM = 15;

/**
 * Lit un nombre écrit à la française : milliers groupés par trois, virgule (ou point) décimale, signe %, moins typographique.
 * Rend `null` si le texte n'est pas un nombre, ou s'il en contient plusieurs.
 * @example lireNombre('4 082') // 4082
 * @example lireNombre('16,5 %') // 16,5, une décimale, pourcent
 * @example lireNombre('80 60') // null
 * @example lireNombre('n.c.') // null
 */
export function lireNombre(texte: string): NombreLu | null {
  if (ENTIER.test(texte)) return { valeur: fraction(Number(texte) || 0), decimales: 0, pourcent: false, ambigu: false };
  const parties = ECRITURE.exec(texte.replace(INVISIBLES, '').trim().replace(/^[−–]/, '-'));
  if (!parties) return null;
  const [, signe, groupes = '', separateur, fractionnaires = '', pourcent] = parties;
  const entiers = groupes.replace(SEPARATEURS, '');
  const chiffres = Number(entiers + fractionnaires);
  if (!Number.isSafeInteger(chiffres) || fractionnaires.length > DECIMALES_MAXIMUM) return null;
  return {
    valeur: fraction(signe === '-' && chiffres !== 0 ? -chiffres : chiffres, 10 ** fractionnaires.length),
    decimales: fractionnaires.length,
    pourcent: pourcent === '%',
    ambigu: separateur === '.' && fractionnaires.length === 3 && /^[1-9]\d{0,2}$/.test(groupes),
  };
}

/**
 * Lit le nombre binaire d'une cellule comme son écriture décimale à douze chiffres significatifs : un tableur calcule en
 * virgule flottante, et 0,2 × 4082 − 800 y vaut 16,400000000000091. Rend `null` si le nombre n'est pas représentable.
 * @example lireFlottant(16.400000000000091) // 16,4
 */
export function lireFlottant(nombre: number): NombreLu | null {
  if (!Number.isFinite(nombre)) return null;
  if (Number.isInteger(nombre)) {
    if (!Number.isSafeInteger(nombre)) return null;
    return { valeur: fraction(nombre), decimales: 0, pourcent: false, ambigu: false };
  }
  for (let decimales = 1; decimales <= PEU_DE_DECIMALES; decimales++) {
    const echelle = 10 ** decimales;
    const chiffres = Math.round(nombre * echelle);
    if (chiffres / echelle === nombre && Math.abs(chiffres) < CHIFFRES_SURS)
      return { valeur: fraction(chiffres, echelle), decimales, pourcent: false, ambigu: false };
  }
  const propre = Number(nombre.toPrecision(CHIFFRES_SIGNIFICATIFS));
  const infime = Math.abs(propre) < 1e-3;
  const ecriture = infime ? propre.toFixed(CHIFFRES_SIGNIFICATIFS).replace(/\.?(?<!0)0+$/, '') : String(propre);
  const lu = lireNombre(ecriture);
  return lu && { ...lu, ambigu: false };
}
