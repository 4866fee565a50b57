/** Un jour du calendrier ; `mois` et `jour` commencent à 1. */
export interface DateCivile {
  readonly annee: number;
  readonly mois: number;
  readonly jour: number;
}

const MOIS_PAR_AN = 12;
const LONGUEURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const bissextile = (annee: number): boolean => (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0;
const longueur = (annee: number, mois: number): number =>
  mois === 2 && bissextile(annee) ? 29 : (LONGUEURS[mois - 1] ?? 0);

/** Le jour, ou `null` s'il n'existe pas au calendrier. */
export function dateCivile(annee: number, mois: number, jour: number): DateCivile | null {
  const entiers = [annee, mois, jour].every(Number.isInteger);
  return entiers && jour >= 1 && jour <= longueur(annee, mois) ? { annee, mois, jour } : null;
}

/**
 * Autant de mois plus tôt ; le dernier jour du mois si le quantième n'y existe pas.
 * @example moisAvant({ annee: 2026, mois: 12, jour: 31 }, 30) // 30 juin 2024
 */
export function moisAvant({ annee, mois, jour }: DateCivile, nombre: number): DateCivile {
  const rang = annee * MOIS_PAR_AN + mois - 1 - nombre;
  const reste = rang % MOIS_PAR_AN;
  const arrivee = { annee: (rang - reste) / MOIS_PAR_AN, mois: reste + 1 };
  return { ...arrivee, jour: Math.min(jour, longueur(arrivee.annee, arrivee.mois)) };
}

export const comparerDates = (a: DateCivile, b: DateCivile): number =>
  a.annee - b.annee || a.mois - b.mois || a.jour - b.jour;

const deuxChiffres = (n: number): string => String(n).padStart(2, '0');

/** « 01/07/2026 ». */
export const ecrireDate = ({ annee, mois, jour }: DateCivile): string =>
  `${deuxChiffres(jour)}/${deuxChiffres(mois)}/${annee}`;

/** Le premier jour que tous les tableurs numérotent pareil : 1er mars 1900, le 61. */
const PREMIER = { annee: 1900, numero: 61 - 31 - 28 };

/**
 * Lit « 31/12/2026 » ; `null` si ce n'est pas un jour du calendrier, de 1900 à 9999 comme dans un tableur.
 * @example lireDate('30/02/2026') // null
 * @example lireDate('31/12/0002') // null
 */
export function lireDate(texte: string): DateCivile | null {
  const [, jour, mois, annee] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(texte)?.map(Number) ?? [];
  return annee! >= PREMIER.annee ? dateCivile(annee!, mois!, jour!) : null;
}

/**
 * Le jour d'un numéro de tableur, système de dates de 1900 ; `null` hors de 1900 (1er mars) à 9999.
 * @example dateDuNumero(46387) // 31 décembre 2026
 */
export function dateDuNumero(numero: number): DateCivile | null {
  if (!Number.isInteger(numero) || numero < 61 || numero > 2_958_465) return null;
  let reste = numero - PREMIER.numero;
  let annee = PREMIER.annee;
  const joursDe = (a: number) => (bissextile(a) ? 366 : 365);
  while (reste >= joursDe(annee)) reste -= joursDe(annee++);
  let mois = 1;
  while (reste >= longueur(annee, mois)) reste -= longueur(annee, mois++);
  return { annee, mois, jour: reste + 1 };
}

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** @example ecrireJourEnLettres('2026-11-01') // « 1er novembre 2026 » */
export function ecrireJourEnLettres(jour: string): string {
  const [annee, mois, quantieme] = jour.split('-').map(Number);
  return `${quantieme === 1 ? '1er' : quantieme} ${MOIS[mois! - 1]} ${annee}`;
}

/** @example ecrireJourIso('2026-07-01') // « 01/07/2026 » */
export const ecrireJourIso = (jour: string): string => jour.split('-').reverse().join('/');
