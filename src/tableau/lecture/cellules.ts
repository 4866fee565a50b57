import { arrondir, fraction, lireFlottant, lireNombre, produit, versNombre, type NombreLu } from '../../nombres';
import { COLONNES, estNombre, type Colonne, type ColonneNombre } from '../colonnes';
import type { Cellule } from '../grille';
import { abreger, estInconnue, estVide, nettoyer } from '../texte';

/** Ce qu'une cellule dit : rien, une valeur non donnée (« n.c. »), une valeur, ou quelque chose d'illisible. */
export type Lecture<T> =
  | { readonly etat: 'vide' }
  | { readonly etat: 'inconnue'; readonly texte: string }
  | { readonly etat: 'invalide'; readonly texte: string; readonly attendu: string }
  | { readonly etat: 'lue'; readonly valeur: T };

export type { ColonneNombre };
export { estNombre };

export const estTaux = (colonne: Colonne): boolean => estNombre(colonne) && COLONNES[colonne].lecture.taux === true;

/** Le texte d'une cellule, comme on le lit ; chaîne vide si elle est vide. */
export function lireTexte(cellule: Cellule | undefined): string {
  const valeur = cellule?.erreur ?? cellule?.valeur ?? '';
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return typeof valeur === 'number' ? String(valeur) : valeur && nettoyer(valeur);
}

/** Au-delà de mille milliards, rien de ce qu'un tableau compte. */
const BRUT_MAXIMUM = 10 ** 12;

/** Le nombre brut d'une cellule, sans jugement de bornes ; `null` si ce n'en est pas un. */
export function lireBrut(cellule: Cellule | undefined): NombreLu | null {
  const valeur = cellule?.valeur;
  const lu =
    typeof valeur === 'number' ? lireFlottant(valeur) : typeof valeur === 'string' ? lireTexteChiffre(valeur) : null;
  if (!lu || Math.abs(versNombre(lu.valeur)) > BRUT_MAXIMUM) return null;
  return typeof valeur === 'number' && cellule?.pourcent ? { ...enPoints(lu), pourcent: true } : lu;
}

/** Un csv exporté par un programme porte parfois l'écriture d'un flottant : 35.160000000000004 pour 35,16. */
const ECRITURE_D_UN_FLOTTANT = /^-?\d+\.\d{13,}$/;

const lireTexteChiffre = (texte: string): NombreLu | null =>
  ECRITURE_D_UN_FLOTTANT.test(texte) ? lireFlottant(Number(texte)) : lireNombre(texte);

const DEVISE = /€|\beuros?\b/gi;

/** « 64 509,48 € » ; « - € », écriture comptable, vaut zéro. */
function sansDevise(cellule: Cellule | undefined): Cellule | undefined {
  const { valeur } = cellule ?? {};
  if (typeof valeur !== 'string' || valeur.search(DEVISE) < 0) return cellule;
  const reste = valeur.replace(DEVISE, '');
  return { ...cellule, valeur: estVide(reste) ? 0 : reste };
}

/** « 85 logts » ; un nombre, puis rien d'autre que son unité. */
const UNITE = /^(\d[\d\u00a0\u202f ]{0,12}) ?(?:logements?|logts?|lgts?|log\.?|lls)(?: sociaux)?$/i;

function sansUnite(cellule: Cellule | undefined): Cellule | undefined {
  const { valeur } = cellule ?? {};
  const nombre = typeof valeur === 'string' ? UNITE.exec(valeur.trim())?.[1] : undefined;
  return nombre === undefined ? cellule : { ...cellule, valeur: nombre };
}

/**
 * Lit le nombre d'une colonne. Un taux sort toujours en points (16,5), qu'il soit écrit « 16,5 % », 16,5 ou 0,165.
 * @param enRapport la colonne entière est écrite en rapports : 0,165 et non 16,5
 */
export function lireNombreDe(
  colonne: ColonneNombre,
  ecrite: Cellule | undefined,
  enRapport: boolean,
): Lecture<NombreLu> {
  const { attendu, taux, montant, convient } = COLONNES[colonne].lecture;
  const nue = taux === true || typeof ecrite?.valeur === 'number';
  const cellule = montant ? sansDevise(ecrite) : nue ? ecrite : sansUnite(ecrite);
  if (cellule?.sansValeur) return { etat: 'inconnue', texte: 'formule sans valeur' };
  const lisible = typeof cellule?.valeur === 'number' ? null : lireTexte(cellule);
  if (lisible !== null && !cellule?.erreur) {
    if (estVide(lisible)) return VIDE;
    if (estInconnue(lisible)) return { etat: 'inconnue', texte: abreger(lisible) };
  }
  const brut = lireBrut(cellule);
  const lu = brut && (taux ? lireTaux(brut, enRapport) : lireCompte(brut));
  if (lu && convient(lu)) return { etat: 'lue', valeur: lu };
  const erreur = cellule?.erreur ? ', et non une erreur ou un calcul inachevé' : '';
  return { etat: 'invalide', texte: abreger(lisible ?? lireTexte(cellule)), attendu: `${attendu}${erreur}` };
}

const VIDE = { etat: 'vide' } as const;

const lireTaux = (lu: NombreLu, enRapport: boolean): NombreLu => (enRapport && !lu.pourcent ? enPoints(lu) : lu);

/** 0,165 devient 16,5 : cent fois la valeur, deux décimales de moins. */
export function enPoints(lu: NombreLu): NombreLu {
  const { numerateur, denominateur } = lu.valeur;
  const valeur =
    denominateur % 100 === 0 ? fraction(numerateur, denominateur / 100) : produit(lu.valeur, fraction(100));
  return { ...lu, valeur, decimales: Math.max(0, lu.decimales - 2) };
}

const DECIMALES_D_UN_COMPTE = 6;

/**
 * Un pourcentage, ou « 4.082 », n'est pas un nombre de logements. Un nombre calculé garde six décimales : au-delà, ce sont celles
 * d'une division, et leurs sommes déborderaient.
 */
function lireCompte(lu: NombreLu): NombreLu | null {
  if (lu.pourcent || lu.ambigu) return null;
  if (lu.decimales <= DECIMALES_D_UN_COMPTE) return lu;
  const echelle = 10 ** DECIMALES_D_UN_COMPTE;
  const valeur = fraction(arrondir(produit(lu.valeur, fraction(echelle)), 'PROCHE'), echelle);
  return { ...lu, valeur, decimales: DECIMALES_D_UN_COMPTE };
}
