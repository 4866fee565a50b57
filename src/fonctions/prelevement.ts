import { ecrire, ZERO, type Fraction } from '../nombres';
import type { Droit, TauxCible } from '../droit';
import { prelevement, situation, type Prelevement } from '../regles';
import { accepter } from './arguments';
import { argument, facultatif } from './declaration';
import { lireMontant } from './montants';
import { CIBLE, LLS, PERIODE, RP } from './vocabulaire';

/** Bien au-delà de toute commune, et assez bas pour que tout prélèvement se calcule exactement. */
const POTENTIEL_MAXIMUM = 100_000;

export const DEPENSES = argument(
  'depenses_fonctionnement',
  'Dépenses réelles de fonctionnement de l’avant-dernier exercice, en euros.',
  lireMontant,
);

export const ARGUMENTS_DU_PRELEVEMENT = [
  argument(
    'potentiel_fiscal_habitant',
    `Potentiel fiscal par habitant, en euros, ${ecrire(POTENTIEL_MAXIMUM)} au plus.`,
    (nom, valeur) => lireMontant(nom, valeur, POTENTIEL_MAXIMUM),
  ),
  RP,
  LLS,
  CIBLE,
  DEPENSES,
  facultatif(
    argument('depenses_deductibles', 'Dépenses déductibles du même exercice, en euros (absentes : 0).', lireMontant),
    ZERO,
  ),
  facultatif(
    argument('report', 'Surplus de dépenses reporté des années précédentes, en euros (absent : 0).', lireMontant),
    ZERO,
  ),
  PERIODE,
] as const;

/** Le prélèvement et sa trace ; les arguments dans l'ordre où l'agent les donne. */
export const calculerPrelevement = (
  potentielFiscalHabitant: Fraction,
  rp: number,
  lls: number,
  cible: TauxCible,
  depensesFonctionnement: Fraction,
  depensesDeductibles: Fraction,
  report: Fraction,
  droit: Droit,
): Prelevement => {
  const comptes = { potentielFiscalHabitant, depensesFonctionnement, depensesDeductibles, report };
  return accepter(prelevement(accepter(situation(rp, lls, cible, 3)), comptes, droit));
};
