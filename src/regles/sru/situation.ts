import { ecrire } from '../../nombres';
import { CIBLES, type Rang, type TauxCible } from '../../droit';
import { estRefus, type Refus } from '../refus';

/** Le parc d'une commune au 1er janvier de l'année qui précède la période (L. 302-8, VII) ; se construit par `parc`. */
export interface Parc {
  readonly residencesPrincipales: number;
  readonly logementsSociaux: number;
}

/** Le parc, le taux cible et le rang : tout ce qui fixe un objectif ; se construit par `situation`, qui en tient les bornes. */
export interface Situation extends Parc {
  readonly tauxCible: TauxCible;
  readonly rang: Rang;
}

export const RESIDENCES_MAXIMUM = 100_000_000;

/**
 * Vérifie et construit un parc.
 * @param residencesPrincipales entier de 1 à 100 000 000
 * @param logementsSociaux entier de 0 au nombre de résidences principales
 * @example parc(10000, 1500)
 * @example parc(1500, 10000) // refus : arguments sans doute intervertis
 */
export function parc(residencesPrincipales: number, logementsSociaux: number): Parc | Refus {
  const rpValides = Number.isInteger(residencesPrincipales) && residencesPrincipales >= 1;
  if (!rpValides || residencesPrincipales > RESIDENCES_MAXIMUM) {
    return refusValeur(
      'residences_principales',
      residencesPrincipales,
      `un entier de 1 à ${ecrire(RESIDENCES_MAXIMUM)}`,
    );
  }
  if (!Number.isInteger(logementsSociaux) || logementsSociaux < 0) {
    return refusValeur('logements_sociaux', logementsSociaux, 'un entier positif ou nul');
  }
  if (logementsSociaux > residencesPrincipales) {
    const attendu = `au plus les résidences principales, ${ecrire(residencesPrincipales)} (les deux valeurs sont peut-être interverties)`;
    return refusValeur('logements_sociaux', logementsSociaux, attendu);
  }
  return { residencesPrincipales, logementsSociaux };
}

/**
 * Vérifie et construit une situation.
 * @example situation(10000, 1500, 20, 3)
 */
export function situation(rp: number, lls: number, tauxCible: TauxCible, rang: Rang): Situation | Refus {
  const valide = parc(rp, lls);
  return estRefus(valide) ? valide : { residencesPrincipales: rp, logementsSociaux: lls, tauxCible, rang };
}

/** Le taux cible de la loi, 20 ou 25 en pour cent, ou `null`. */
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
