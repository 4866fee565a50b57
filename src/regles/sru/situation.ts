import { ecrire } from '../../nombres';
import { CIBLES, type Rang, type TauxCible } from '../../droit';
import type { Refus } from '../refus';

/** La commune au 1er janvier de l'année qui précède la période (L. 302-8, VII) ; se construit par `situation`, qui en tient les bornes. */
export interface Situation {
  readonly residencesPrincipales: number;
  readonly logementsSociaux: number;
  readonly tauxCible: TauxCible;
  readonly rang: Rang;
}

export const RESIDENCES_MAXIMUM = 100_000_000;

/**
 * Vérifie et construit une situation.
 * @param residencesPrincipales entier de 1 à 100 000 000
 * @param logementsSociaux entier de 0 au nombre de résidences principales
 * @example situation(10000, 1500, 20, 3)
 * @example situation(1500, 10000, 20, 3) // refus : arguments sans doute intervertis
 */
export function situation(
  residencesPrincipales: number,
  logementsSociaux: number,
  tauxCible: TauxCible,
  rang: Rang,
): Situation | Refus {
  if (
    !Number.isInteger(residencesPrincipales) ||
    residencesPrincipales < 1 ||
    residencesPrincipales > RESIDENCES_MAXIMUM
  ) {
    return refusValeur('residences_principales', residencesPrincipales, 'un entier de 1 à 100 000 000');
  }
  if (!Number.isInteger(logementsSociaux) || logementsSociaux < 0) {
    return refusValeur('logements_sociaux', logementsSociaux, 'un entier positif ou nul');
  }
  if (logementsSociaux > residencesPrincipales) {
    const attendu = `au plus les résidences principales, ${ecrire(residencesPrincipales)} (les deux valeurs sont peut-être interverties)`;
    return refusValeur('logements_sociaux', logementsSociaux, attendu);
  }
  return { residencesPrincipales, logementsSociaux, tauxCible, rang };
}

/**
 * Le taux cible de la loi, ou `null` : 20 ou 25, en pour cent.
 */
export const tauxCibleDe = (pourcent: number): TauxCible | null => CIBLES.find((cible) => cible === pourcent) ?? null;

/** Le rang triennal : 3 et au-delà sont de droit commun ; `null` si ce n'est pas un entier positif ou nul. */
export function rangDe(nombre: number): Rang | null {
  if (!Number.isInteger(nombre) || nombre < 0) return null;
  return nombre >= 3 ? 3 : (nombre as Rang);
}

const refusValeur = (
  grandeur: 'residences_principales' | 'logements_sociaux',
  recu: number,
  attendu: string,
): Refus => ({
  refus: 'VALEUR',
  grandeur,
  recu: ecrire(recu, 4),
  attendu,
});
