import {
  comparer,
  dateDuNumero,
  estEntiere,
  fraction,
  lireDate,
  produit,
  ZERO,
  type DateCivile,
  type Fraction,
} from '../nombres';
import { DROIT_EN_VIGUEUR } from '../droit';
import type { Comptes } from '../regles';
import { lire, refuser } from './arguments';
import { estAbsent } from './valeurs';

const MONTANT_MAXIMUM = fraction(1_000_000_000_000);

/** Un montant en euros, positif ou nul ; le signe € d'un texte est admis. */
export function lireMontant(nom: string, valeur: unknown): Fraction {
  const attendu = 'un montant en euros, positif ou nul';
  const nombre = typeof valeur === 'string' ? valeur.replace('€', '') : valeur;
  const { valeur: lue } = lire(nom, nombre, attendu, typeof valeur === 'string' && valeur.includes('€'));
  if (lue.numerateur < 0 || comparer(lue, MONTANT_MAXIMUM) > 0) refuser(nom, valeur, attendu);
  return lue;
}

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
  const { valeur: lue, pourcent } = lire(nom, valeur, attendu, true);
  if (lue.numerateur < 0) refuser(nom, valeur, attendu);
  return !pourcent && comparer(lue, RAPPORT_MAXIMUM) <= 0 ? lue : produit(lue, CENTIEME);
}

/** Une variation en pour cent, de −100 à 100, négative si elle baisse : 3 ou 0,03 ou « 3 % » ; un nombre nu jusqu'à 1 est un rapport. */
export function lireVariation(nom: string, valeur: unknown): Fraction {
  const attendu = 'une variation de -100 à 100 % (3 ou 0,03 ou « 3 % » ; négative si elle baisse)';
  const { valeur: lue, pourcent } = lire(nom, valeur, attendu, true);
  const absolue = fraction(Math.abs(lue.numerateur), lue.denominateur);
  const points = !pourcent && comparer(absolue, fraction(1)) <= 0 ? produit(lue, fraction(100)) : lue;
  if (comparer(absolue, fraction(100)) > 0) refuser(nom, valeur, attendu);
  return points;
}

/** Une date : un nombre de jours du tableur, ou un texte comme « 31/12/2026 ». */
export function lireJour(nom: string, valeur: unknown): DateCivile {
  const date = typeof valeur === 'number' ? dateDuNumero(valeur) : typeof valeur === 'string' ? lireDate(valeur) : null;
  return date ?? refuser(nom, valeur, 'une date comme 31/12/2026');
}

/** Les comptes d'une commune ; des dépenses déductibles ou un report absents valent zéro. */
export const lireComptes = (potentiel: unknown, depenses: unknown, deductibles: unknown, report: unknown): Comptes => ({
  potentielFiscalHabitant: lireMontant('potentiel_fiscal_habitant', potentiel),
  depensesFonctionnement: lireMontant('depenses_fonctionnement', depenses),
  depensesDeductibles: estAbsent(deductibles) ? ZERO : lireMontant('depenses_deductibles', deductibles),
  report: estAbsent(report) ? ZERO : lireMontant('report', report),
});
