import type { Cellule } from '../tableau';
import { estPourcentage } from './pourcent';

/** Ce qui borne, dans un texte qu'on lit, un passage barré ou en exposant : des non-caractères, qu'aucun fichier n'échange. */
export const BARRE = '\ufdd0';
export const EXPOSANT = '\ufdd1';
export const FIN = '\ufdd2';

const ERREUR = /^(?:#[A-ZÀ-Ý][A-ZÀ-Ý0-9_/]* ?[!?]|#N\/A|#[A-Z]+_[A-Z_]+|Err ?: ?\d{3}|#{3,})$/;
const EXPOSANTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Un appel de note écrit en caractères : après un chiffre ou un mot ; « m² » n'en est pas un. */
const A_REGARDER = /[\ufdd0-\ufdd2⁰¹²³⁴⁵⁶⁷⁸⁹]/;
const APPEL = /(?<=\d|\d[ \u00a0\u202f]|\p{L}{3})[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;

/** La cellule d'un texte, dont les passages barrés et les appels de note sont mis à part. */
export function celluleDeTexte(texte: string, format = ''): Cellule {
  if (A_REGARDER.test(texte)) {
    const marque = texte.replace(APPEL, `${EXPOSANT}$&${FIN}`);
    if (marque.includes(FIN)) return celluleMarquee(marque);
  }
  if (ERREUR.test(texte.trim())) return celluleDErreur(texte);
  return estPourcentage(format, 0) ? { valeur: texte, pourcent: true } : { valeur: texte };
}

/** Les erreurs d'Excel en français ; une autre garde son nom (« #SPILL! », « #BUSY! »…). */
const EN_FRANCAIS: Readonly<Record<string, string>> = {
  '#NULL!': '#NUL!',
  '#VALUE!': '#VALEUR!',
  '#NAME?': '#NOM?',
  '#NUM!': '#NOMBRE!',
};

export function celluleDErreur(texte: string): Cellule {
  const nom = texte.trim();
  return { valeur: null, erreur: EN_FRANCAIS[nom] ?? (nom || '#ERREUR') };
}

/** Un nombre et le code de son format. */
export const celluleDeNombre = (valeur: number, format = ''): Cellule =>
  estPourcentage(format, valeur) ? { valeur, pourcent: true } : { valeur };

/** Une date y est un texte, et non son numéro de jour. */
export const celluleDeDate = (date: Date): Cellule => ({
  valeur: date.toLocaleDateString('fr-FR', { timeZone: 'UTC' }),
});

export const SANS_VALEUR: Cellule = { valeur: null, sansValeur: true };

function celluleMarquee(texte: string): Cellule {
  const [resteDe, barreDe, exposantDe]: [string[], string[], string[]] = [[], [], []];
  const ouverts: string[] = [];
  let finit = '';
  for (const morceau of texte.split(/([\ufdd0-\ufdd2])/)) {
    if (morceau === FIN) ouverts.pop();
    else if (morceau === BARRE || morceau === EXPOSANT) ouverts.push(morceau);
    else if (ouverts.at(-1) === BARRE || ouverts[0] === BARRE) barreDe.push(morceau);
    else if (ouverts.length > 0) exposantDe.push(morceau);
    else if (morceau !== '') {
      // Ce qu'un passage mis à part séparait ne fait pas un seul nombre.
      resteDe.push(/\d/.test(finit) && /^\d/.test(morceau) ? `\n${morceau}` : morceau);
      finit = morceau.charAt(morceau.length - 1);
    }
  }
  const [reste, barre, exposant] = [resteDe.join(''), barreDe.join(''), exposantDe.join('')];
  const appel = exposant.trim().replace(/\d/g, (chiffre) => EXPOSANTS.charAt(Number(chiffre)));
  if (reste.trim() !== '') {
    const ote = [barre.trim(), appel].filter(Boolean).join(' ');
    return { ...celluleDeTexte(reste.trim()), ...(ote && { ote }) };
  }
  if (barre.trim() === '') return { valeur: exposant };
  return { ...celluleDeTexte(barre.trim()), barree: true, ...(appel && { ote: appel }) };
}
