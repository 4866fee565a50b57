import type { Cellule } from '../../tableau';
import { celluleDeNombre, celluleDeTexte } from '../cellule';

/** Les erreurs de `Range.values` sont anglaises quelle que soit la langue d'Excel. */
export const NOM_INCONNU = '#NAME?';

/** L'erreur d'une cellule, ou `null` si sa valeur n'en est pas une. */
export const erreurDe = (valeur: unknown): string | null =>
  typeof valeur === 'string' ? (celluleDeTexte(valeur).erreur ?? null) : null;

/** Ce que la police d'une cellule change à sa lecture. */
export type Marque = Pick<Cellule, 'barree' | 'ote'>;

/**
 * Une cellule, de sa valeur, de son format de nombre (notation anglaise) et de sa police tels qu'Excel les rend. Une formule y a
 * toujours une valeur, fût-elle ancienne en calcul manuel : rien n'est `sansValeur`.
 */
export function celluleExcel(valeur: unknown, format: unknown, marque?: Marque): Cellule | undefined {
  if (valeur === '' || valeur === null || valeur === undefined) return undefined;
  const lue = lire(valeur as string | number | boolean, typeof format === 'string' ? format : '');
  if (!marque) return lue;
  // Seul un texte peut n'être barré, ou en exposant, qu'en partie.
  const { ote, ...barree } = marque;
  return { ...lue, ...barree, ...(ote !== undefined && typeof lue.valeur === 'string' && { ote }) };
}

function lire(valeur: string | number | boolean, format: string): Cellule {
  if (typeof valeur === 'string') return celluleDeTexte(valeur, format);
  if (typeof valeur === 'boolean') return { valeur };
  return estFormatDeDate(format) ? { valeur: ecrireJour(valeur) } : celluleDeNombre(valeur, format);
}

const formatsDeDate = new Map<string, boolean>();

/** « dd/mm/yyyy », « [$-40C]d mmmm yyyy » ; ni « 0.00 "jour" », ni « # ##0\d ». */
export function estFormatDeDate(format: string): boolean {
  let estDate = formatsDeDate.get(format);
  if (estDate === undefined) {
    const nu = format.replace(/"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '');
    estDate = !/^general$/i.test(nu.trim()) && /[dmyhs]|\be+\b/i.test(nu.replace(/general/gi, ''));
    formatsDeDate.set(format, estDate);
  }
  return estDate;
}

const JOUR = 86_400_000;

/** Le jour que montre un numéro de série d'Excel, qui tient 1900 pour bissextile. */
export function ecrireJour(numero: number): string {
  const rang = numero < 60 ? numero + 1 : numero;
  return new Date(Date.UTC(1899, 11, 30) + rang * JOUR).toLocaleDateString('fr-FR', { timeZone: 'UTC' });
}
