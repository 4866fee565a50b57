import { comparer, estEntiere, fraction, versNombre, type Quantite } from './fraction';
import type { NombreLu } from './lecture';
import { produitArrondi } from './produit';

const FRANCAIS = [0, 1, 2, 3, 4].map(
  (d) => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: d, signDisplay: 'negative' }),
);

const CENTIMES = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const MOINS = '\u2212';

/**
 * Écrit un nombre à la française, pour être lu : au plus `decimales` décimales (4 au plus), et un vrai signe moins.
 * @example ecrire(fraction(1234)) // « 1 234 »
 * @example ecrire(fraction(164, 10)) // « 16,4 »
 * @example ecrire(-13) // « −13 »
 */
export function ecrire(f: Quantite | number, decimales = 2): string {
  const format = (FRANCAIS[decimales] ?? FRANCAIS[4])!;
  return format.format(typeof f === 'number' ? f : versNombre(f)).replace('-', MOINS);
}

const AU_LONG = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 15, signDisplay: 'negative' });

/**
 * Écrit toutes les décimales d'un nombre, pour qu'un calcul se refasse à la main.
 * @example ecrireAuLong(fraction(125075734512, 10 ** 8)) // « 1 250,75734512 »
 */
export const ecrireAuLong = (f: Quantite): string => AU_LONG.format(versNombre(f)).replace('-', MOINS);

/**
 * Écrit un nombre lu avec les décimales qu'il avait : « 14,60 » n'est pas « 14,6 », son arrondi est plus serré.
 * @example ecrireLu(lireNombre('14,60')) // « 14,60 »
 */
export const ecrireLu = ({ valeur, decimales }: NombreLu): string =>
  versNombre(valeur)
    .toLocaleString('fr-FR', { minimumFractionDigits: decimales, maximumFractionDigits: decimales })
    .replace('-', MOINS);

const DECIMALES_AU_PLUS = 12;

/**
 * Écrit un nombre avec `decimales` décimales au plus, ou ce qu'il en faut pour qu'il se lise du bon côté d'un seuil.
 * @example ecrireDuBonCote(fraction(2499, 100), fraction(25), 1) // « 24,99 », et non « 25 »
 */
export function ecrireDuBonCote(f: Quantite, seuil: Quantite, decimales = 4): string {
  const cote = Math.sign(comparer(f, seuil));
  for (let d = decimales; d <= DECIMALES_AU_PLUS; d++) {
    const echelle = fraction(10 ** d);
    const arrondi = fraction(produitArrondi([f, echelle], 'PROCHE'), echelle.numerateur);
    if (Math.sign(comparer(arrondi, seuil)) === cote) return ecrireAuLong(arrondi);
  }
  return ecrireAuLong(f);
}

/** Une somme en euros ; des centimes s'écrivent à deux chiffres : « 64 312,50 € ». */
export function ecrireEuros(f: Quantite): string {
  const nombre = estEntiere(f) ? ecrire(f) : CENTIMES.format(versNombre(f)).replace('-', MOINS);
  return `${nombre}\u00a0€`;
}

/** Le singulier en deçà de 2, comme le français le veut : 0, 1, 1,5. */
export const accorder = (nombre: Quantite | number, singulier: string, pluriel: string): string =>
  Math.abs(typeof nombre === 'number' ? nombre : versNombre(nombre)) < 2 ? singulier : pluriel;

/** Accorde un nom au nombre : `ecrireCompte(1, 'logement')` donne « 1 logement », et « 2 logements ». */
export function ecrireCompte(nombre: Quantite | number, nom: string, pluriel = `${nom}s`): string {
  return `${ecrire(nombre)} ${accorder(nombre, nom, pluriel)}`;
}
