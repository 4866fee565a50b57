import {
  comparer,
  dateDuNumero,
  ecrire,
  estEntiere,
  fraction,
  lireDate,
  produit,
  type DateCivile,
  type Fraction,
} from '../nombres';
import { DROIT_EN_VIGUEUR } from '../droit';
import { lire, lireDecimal, lirePoints, refuser } from './arguments';

const MONTANT_MAXIMUM = 1_000_000_000_000;

/** Un montant en euros, de 0 à `maximum` ; le signe € d'un texte est admis. */
export function lireMontant(nom: string, valeur: unknown, maximum = MONTANT_MAXIMUM): Fraction {
  const attendu = `un montant en euros, de 0 à ${ecrire(maximum)}`;
  const nombre = typeof valeur === 'string' ? valeur.replace('€', '') : valeur;
  const { valeur: lue } = lire(nom, valeur, attendu, false, nombre);
  if (lue.numerateur < 0 || comparer(lue, fraction(maximum)) > 0) refuser(nom, valeur, attendu);
  return lue;
}

/** Une durée en années, de 0 à 100 : une année comme 2015 est refusée. */
export function lireAnnees(nom: string, valeur: unknown, entieres = false): Fraction {
  const attendu = `une durée en années${entieres ? ' entières' : ''}, de 0 à ${ANNEES_AU_PLUS} (et non une année)`;
  const lue = lireDecimal(nom, valeur, attendu);
  const convient = comparer(lue, fraction(ANNEES_AU_PLUS)) <= 0 && (!entieres || estEntiere(lue));
  return convient ? lue : refuser(nom, valeur, attendu);
}

const ANNEES_AU_PLUS = 100;

/** Un entier de tout signe : des réalisations négatives sont des démolitions ou des ventes. */
export function lireEntierRelatif(nom: string, valeur: unknown): number {
  const attendu = 'un nombre entier';
  const { valeur: lue } = lire(nom, valeur, attendu);
  if (!estEntiere(lue)) refuser(nom, valeur, attendu);
  return lue.numerateur / lue.denominateur;
}

/** Un nombre nu est un rapport jusque-là (2 pour 200 %), des pour cent au-delà : un prélèvement majoré ne gagne pas davantage. */
const RAPPORT_MAXIMUM = fraction(DROIT_EN_VIGUEUR.majoration!.regle.multiple - 1);
const CENTIEME = fraction(1, 100);

/** Un taux qui peut dépasser 100 %, en rapport : 0,81, 2 (200 %), 81 ou « 81 % ». */
export function lireRapport(nom: string, valeur: unknown): Fraction {
  const attendu = 'un taux positif ou nul (0,81 ou « 81 % » ; 2 ou « 200 % »)';
  const { valeur: points } = lirePoints(nom, valeur, attendu, { rapport: RAPPORT_MAXIMUM });
  return points.numerateur < 0 ? refuser(nom, valeur, attendu) : produit(points, CENTIEME);
}

/**
 * Une part réalisée, en pour cent, de 0 à 200 : un nombre nu est un rapport jusqu'à 1 (0,8 vaut 80 %), des pour cent au-delà de 2 ; entre
 * les deux, 1,2 peut être 120 ou 1,2 % : refusé.
 */
export function lireRealisation(nom: string, valeur: unknown): Fraction {
  const attendu = `une part de 0 à ${REALISATION_MAXIMUM} % (0,9 ou 90 ou « 90 % »)`;
  const { valeur: points } = lirePoints(nom, valeur, attendu, { ambigu: fraction(2) });
  const convient = points.numerateur >= 0 && comparer(points, fraction(REALISATION_MAXIMUM)) <= 0;
  return convient ? points : refuser(nom, valeur, attendu);
}

const REALISATION_MAXIMUM = 200;

/**
 * Une variation en pour cent, de −100 à 100, négative si elle baisse : 3 ou 0,03 ou « 3 % ». Un nombre nu est un rapport jusqu'à 0,2, des
 * pour cent au-delà de 1 ; entre les deux, 1 peut être 1 ou 100 % : refusé.
 */
export function lireVariation(nom: string, valeur: unknown): Fraction {
  const attendu = 'une variation de -100 à 100 % (3 ou 0,03 ou « 3 % » ; négative si elle baisse)';
  const { valeur: points } = lirePoints(nom, valeur, attendu, { rapport: fraction(1, 5), ambigu: fraction(1) });
  const absolue = fraction(Math.abs(points.numerateur), points.denominateur);
  return comparer(absolue, fraction(100)) > 0 ? refuser(nom, valeur, attendu) : points;
}

/** La loi du 3 janvier 1977 crée les conventions de l'aide personnalisée au logement. */
const PREMIERES_CONVENTIONS = 1977;

/** Une date de convention : un nombre de jours du tableur, ou un texte comme « 31/12/2026 ». */
export function lireJour(nom: string, valeur: unknown): DateCivile {
  const date = typeof valeur === 'number' ? dateDuNumero(valeur) : typeof valeur === 'string' ? lireDate(valeur) : null;
  if (date && date.annee >= PREMIERES_CONVENTIONS) return date;
  return refuser(nom, valeur, `une date comme 31/12/2026, depuis ${PREMIERES_CONVENTIONS}`);
}
