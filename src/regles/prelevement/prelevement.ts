import { auCentime, comparer, difference, ecrire, fraction, somme, ZERO, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { calcul, type Calcul, type Etape } from '../calcul';
import type { Refus } from '../refus';
import { manquants, nombreManquant } from '../sru/manquants';
import { regleInconnue } from '../sru/rattrapage';
import type { Situation } from '../sru/situation';

/** Ce que disent les comptes de la commune, en euros, positif ou nul. */
export interface Comptes {
  readonly potentielFiscalHabitant: Fraction;
  /** Dépenses réelles de fonctionnement de l'avant-dernier exercice. */
  readonly depensesFonctionnement: Fraction;
  /** Dépenses déductibles du même exercice, puis surplus des années précédentes. */
  readonly depensesDeductibles: Fraction;
  readonly report: Fraction;
}

export interface Prelevement extends Calcul {
  /** Avant plafond et seuil, et le plafond, en euros. */
  readonly brut: Fraction;
  readonly plafond: Fraction;
  /** Ce que les dépenses dépassent du prélèvement, à reporter, en euros. */
  readonly surplus: Fraction;
}

/**
 * Prélèvement annuel, en euros, au centime (L. 302-7) : 25 % du potentiel fiscal par habitant × manquants, au plus 5 % des dépenses
 * de fonctionnement ; nul sous 4 000 €, seuil testé avant les déductions ; puis moins les dépenses déductibles et le report.
 * @example 1 000 € par habitant, 500 manquants, 10 M€ → 25 % × 1 000 × 500 = 125 000
 * @example 4 M€ de dépenses de fonctionnement → 125 000 plafonné à 200 000 : 125 000 ; 2 M€ → 100 000
 * @example 16 manquants à 1 000 € → 4 000, prélevé ; à 999,99 € → 3 999,96, nul
 * @example 125 000 et 130 000 de dépenses déductibles → 0, surplus 5 000
 */
export function prelevement(s: Situation, comptes: Comptes, droit: Droit): Prelevement | Refus {
  if (!droit.prelevement) return regleInconnue('Prélèvement', droit);
  const { partDuPotentiel, plafondDepenses, minimum } = droit.prelevement.regle;
  const nombre = nombreManquant(s);
  const brut = auCentime([fraction(partDuPotentiel, 100), comptes.potentielFiscalHabitant, nombre]);
  const plafond = auCentime([fraction(plafondDepenses, 100), comptes.depensesFonctionnement], 'INFERIEUR');
  const plafonne = comparer(brut, plafond) > 0 ? plafond : brut;
  const sousLeSeuil = comparer(plafonne, fraction(minimum)) < 0;
  const du = sousLeSeuil ? ZERO : plafonne;
  const solde = difference(du, somme(comptes.depensesDeductibles, comptes.report));
  const net = solde.numerateur > 0 ? solde : ZERO;
  const surplus = solde.numerateur < 0 ? difference(ZERO, solde) : ZERO;

  const euros = (f: Fraction) => `${ecrire(f)} €`;
  const etape = (nom: string, valeur: Fraction, formule: string, reste: Partial<Etape> = {}): Etape => ({
    ...{ nom, valeur, unite: '€', formule, reference: 'L302-7', certitude: 'texte' },
    ...reste,
  });
  return Object.assign(
    calcul(net, () => [
      ...manquants(s).etapes,
      etape(
        'Prélèvement brut',
        brut,
        `${partDuPotentiel} % × ${euros(comptes.potentielFiscalHabitant)} × ${ecrire(nombre, 4)}, au centime`,
      ),
      etape(
        'Plafond',
        plafond,
        `${plafondDepenses} % × ${euros(comptes.depensesFonctionnement)}, au centime inférieur`,
      ),
      etape('Prélèvement plafonné', plafonne, `le plus petit de ${euros(brut)} et ${euros(plafond)}`),
      etape(
        'Seuil de recouvrement',
        du,
        `${euros(plafonne)} ${sousLeSeuil ? `< ${ecrire(minimum)} € : rien n’est prélevé` : `≥ ${ecrire(minimum)} €`}, avant les déductions`,
        { certitude: 'interprétation' },
      ),
      etape(
        'Prélèvement net',
        net,
        `max(0 ; ${euros(du)} − ${euros(comptes.depensesDeductibles)} − ${euros(comptes.report)})`,
      ),
      etape('Surplus à reporter', surplus, `max(0 ; dépenses déductibles et report − ${euros(du)})`),
    ]),
    { brut, plafond, surplus },
  );
}
