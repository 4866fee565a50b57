import { cleEntete, lireEntete } from '../entete';
import { estUnNom } from './bloc';

const NOTE =
  /^(?:sources?|notes?|nb|n b|lecture|champ|remarques?|attention|legende|calcul|donnees|tableau|liste|communes?|fait a|ddtm?|dreal|drihl|prefecture|mise a jour)\b/;
const PONCTUATION_DE_PHRASE = /[:;=?!]|\.$/;
const LONGUEUR_NOM = 60;
const REPERE = /^\(?\d{1,3}\)?$|=/;
/** « (a) | (b) | (c) » : une ligne qui ne fait que nommer les colonnes. */
const LETTRE = /^\(?[a-z]{1,2}\)?$|=/i;

/** « 1 | 2 | 3 », « (a) | (b) | (c) », « d = a × b » : ce qui ne fait que nommer les colonnes. */
export const estReperes = (textes: readonly string[]): boolean =>
  textes.length > 2 &&
  (seSuivent(textes) || textes.every((t) => LETTRE.test(t)) || textes.every((t) => REPERE.test(t) && /[()=]/.test(t)));

function seSuivent(textes: readonly string[]): boolean {
  const nombres = textes.map((t) => (REPERE.test(t) ? Number(/\d+/.exec(t)?.[0]) : NaN));
  return nombres.every((n, i) => n === nombres[0]! + i);
}

/** Ce que des en-têtes ne disent pas : un nombre, une réponse. « Villé | oui » est une commune. */
const VALEUR = /^(?:[\d\s,.]+%?|oui|non|[onx])$/i;

const INITIALE = /^[a-z\d]/i;

/** Deux textes de même clé commencent par la même lettre, ce qui suffit d'ordinaire à les distinguer. */
export function estDeCle(texte: string, cle: string | undefined): boolean {
  if (cle === undefined || (INITIALE.test(texte) && texte.charAt(0).toLowerCase() !== cle.charAt(0))) return false;
  return cleEntete(texte) === cle;
}

/** Un en-tête qui nomme les communes, parmi des textes sans un nombre ni une réponse. */
export const estEnTete = (textes: readonly string[]): boolean =>
  textes.length > 1 && !textes.some((t) => VALEUR.test(t)) && textes.some((t) => estUnNom(lireEntete(t)));

/** Un nom de commune est court, sans chiffre ni ponctuation de phrase. */
export const estTexte = (nom: string, libelle: string): boolean =>
  nom.length > LONGUEUR_NOM ||
  NOTE.test(libelle) ||
  /^\W|\d/u.test(libelle || '?') ||
  /^[*(]/.test(nom) ||
  PONCTUATION_DE_PHRASE.test(nom);
