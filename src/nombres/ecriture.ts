import { versNombre, type Fraction } from './fraction';

const FRANCAIS = [0, 1, 2, 3, 4].map(
  (d) => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: d, signDisplay: 'negative' }),
);

/**
 * Écrit un nombre à la française, au plus `decimales` décimales (4 au plus).
 * @example ecrire(fraction(1234)) // « 1 234 »
 * @example ecrire(fraction(164, 10)) // « 16,4 »
 */
export function ecrire(f: Fraction | number, decimales = 2): string {
  return (FRANCAIS[decimales] ?? FRANCAIS[4])!.format(typeof f === 'number' ? f : versNombre(f));
}

/** Accorde un nom au nombre : `ecrireCompte(1, 'logement')` donne « 1 logement », et « 2 logements ». */
export function ecrireCompte(nombre: number, nom: string, pluriel = `${nom}s`): string {
  return `${ecrire(nombre)} ${Math.abs(nombre) >= 2 ? pluriel : nom}`;
}
