import {
  auCentime,
  comparerExacts,
  difference,
  ecrire,
  ecrireAuLong,
  exact,
  fraction,
  montrable,
  retrancher,
  ZERO,
  type Euros,
} from '../../nombres';
import type { Droit } from '../../droit';
import { calcul, type Calcul, type Etape } from '../calcul';
import { regleInconnue, type Refus } from '../refus';
import { manquants, nombreManquant } from '../sru/manquants';
import type { Situation } from '../sru/situation';

/** Ce que disent les comptes de la commune, en euros, positif ou nul. */
export interface Comptes {
  readonly potentielFiscalHabitant: Euros;
  /** Dépenses réelles de fonctionnement de l'avant-dernier exercice. */
  readonly depensesFonctionnement: Euros;
  /** Dépenses déductibles du même exercice, puis surplus des années précédentes. */
  readonly depensesDeductibles: Euros;
  readonly report: Euros;
}

export interface Prelevement extends Calcul<'€'> {
  /** Avant plafond et seuil, et le plafond, en euros. */
  readonly brut: Euros;
  readonly plafond: Euros;
  /** Ce que les dépenses dépassent du prélèvement, à reporter, en euros. */
  readonly surplus: Euros;
}

/**
 * Prélèvement annuel, en euros (L. 302-7) : 25 % du potentiel fiscal par habitant × manquants, au plus 5 % des dépenses de
 * fonctionnement ; nul sous 4 000 €, seuil testé avant les déductions ; puis moins les dépenses déductibles et le report. Tout est exact
 * jusqu'à l'arrondi du solde au centime. Refuse une période sans règle.
 * @example 1 000 € par habitant, 500 manquants, 10 M€ → 25 % × 1 000 × 500 = 125 000
 * @example 4 M€ de dépenses de fonctionnement → 125 000 plafonné à 200 000 : 125 000 ; 2 M€ → 100 000
 * @example 16 manquants à 1 000 € → 4 000 exactement, prélevé ; à 999,999 € → 3 999,996, nul
 * @example 125 000 et 130 000 de dépenses déductibles → 0, surplus 5 000
 */
export function prelevement(s: Situation, comptes: Comptes, droit: Droit): Prelevement | Refus {
  if (!droit.prelevement) return regleInconnue('Prélèvement', droit);
  const { partDuPotentiel, plafondDepenses, minimum } = droit.prelevement.regle;
  const nombre = nombreManquant(s);
  const brut = exact(fraction(partDuPotentiel, 100), comptes.potentielFiscalHabitant, nombre);
  const plafond = exact(fraction(plafondDepenses, 100), comptes.depensesFonctionnement);
  const plafonne = comparerExacts(brut, plafond) >= 0 ? plafond : brut;
  const sousLeSeuil = comparerExacts(plafonne, exact(fraction(minimum))) < 0;
  const du = sousLeSeuil ? exact(ZERO) : plafonne;
  const solde = retrancher(retrancher(du, comptes.depensesDeductibles), comptes.report);
  const mode = plafonne === plafond ? 'INFERIEUR' : 'PROCHE';
  const arrondi = auCentime(solde, mode);
  const net = arrondi.numerateur > 0 ? arrondi : ZERO;
  const oppose = difference(ZERO, arrondi);
  const surplus = oppose.numerateur > 0 ? oppose : ZERO;

  const [brutLu, plafondLu] = [montrable(brut), montrable(plafond)];
  const euros = (f: Euros) => `${ecrireAuLong(f)} €`;
  const etape = (nom: string, valeur: Euros, formule: string, reste: Partial<Etape> = {}): Etape => ({
    ...{ nom, valeur, unite: '€', formule, reference: 'L302-7', certitude: 'texte' },
    ...reste,
  });
  const etapes = (): Etape[] => {
    const [plafonneLu, duLu, soldeLu] = [montrable(plafonne), montrable(du), montrable(solde)];
    const auCentimePres = mode === 'PROCHE' ? 'au centime le plus proche' : 'au centime inférieur, comme tout plafond';
    return [
      ...manquants(s, 'L302-7').etapes,
      etape(
        'Prélèvement brut',
        brutLu,
        `${partDuPotentiel} % × ${euros(comptes.potentielFiscalHabitant)} × ${ecrire(nombre, 4)}`,
      ),
      etape('Plafond', plafondLu, `${plafondDepenses} % × ${euros(comptes.depensesFonctionnement)}`),
      etape('Prélèvement plafonné', plafonneLu, `le plus petit de ${euros(brutLu)} et ${euros(plafondLu)}`),
      etape(
        'Seuil de recouvrement',
        duLu,
        `${euros(plafonneLu)} ${sousLeSeuil ? `< ${ecrire(minimum)} € : rien n’est prélevé` : `≥ ${ecrire(minimum)} €`}, avant les déductions`,
        { certitude: 'interprétation' },
      ),
      etape('Solde', soldeLu, `${euros(duLu)} − ${euros(comptes.depensesDeductibles)} − ${euros(comptes.report)}`),
      etape('Arrondi', arrondi, `${euros(soldeLu)} arrondi ${auCentimePres}`, {
        reference: 'outil',
        certitude: 'interprétation',
        arrondi: mode,
      }),
      etape('Prélèvement net', net, `max(0 ; ${euros(arrondi)})`),
      etape('Surplus à reporter', surplus, `max(0 ; ${euros(oppose)})`),
    ];
  };
  return Object.assign(calcul(net, etapes), { brut: brutLu, plafond: plafondLu, surplus });
}
