import { comparer, difference, ecrire, ecrireCompte, fraction, somme, ZERO, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { toutes, type Condition, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';

/** Un logement, ou un ensemble immobilier : ses loyers maximaux en euros, avant et après redistribution. */
export interface LoyersDUnLogement {
  readonly avant: Fraction;
  readonly apres: Fraction;
  /** Loyer maximal d'un PLS. */
  readonly pls: Fraction;
  /** Âge de la convention APL, en années ; `null` si inconnu. */
  readonly anciennete: Fraction | null;
}

/**
 * Nouvelle politique des loyers (L. 445-2) : redistribution des loyers maximaux à somme constante, aucun au-dessus du loyer maximal PLS,
 * conventions de plus de six ans.
 * @example 300 et 500 € redistribués en 250 et 550, PLS à 600, conventions de 7 ans → conforme
 * @example 300 et 500 € redistribués en 250 et 560 → non : la somme augmente de 10 €
 */
export function redistributionDesLoyers(logements: readonly LoyersDUnLogement[], droit: Droit): Examen | Refus {
  if (!droit.loyers) return regleInconnue('Nouvelle politique des loyers', droit);
  const { regle, certitude } = droit.loyers;
  const condition = (remplie: Ternaire, phrase: string): Condition => ({
    remplie,
    phrase,
    reference: 'L445-2',
    certitude,
  });
  const total = (loyer: (l: LoyersDUnLogement) => Fraction) => logements.map(loyer).reduce(somme, ZERO);
  const [avant, apres] = [total((l) => l.avant), total((l) => l.apres)];
  const ecart = difference(apres, avant);
  const excessifs = logements.filter((l) => comparer(l.apres, l.pls) > 0).length;
  const seuil = fraction(regle.conventionDePlusDe);
  const recentes = logements.filter((l) => l.anciennete && comparer(l.anciennete, seuil) <= 0).length;
  const inconnues = logements.some((l) => !l.anciennete);
  const lignes = (n: number) => ecrireCompte(n, 'ligne');
  return toutes([
    condition(
      ecart.numerateur === 0,
      `somme des loyers maximaux de ${ecrire(avant)} € à ${ecrire(apres)} €${ecart.numerateur === 0 ? '' : ` (${ecart.numerateur > 0 ? '+' : ''}${ecrire(ecart)} €), qui doit rester constante`}`,
    ),
    condition(
      excessifs === 0,
      excessifs === 0 ? 'aucun loyer au-dessus du PLS' : `${lignes(excessifs)} au-dessus du loyer maximal PLS`,
    ),
    condition(
      recentes > 0 ? false : inconnues ? null : true,
      recentes > 0
        ? `${lignes(recentes)} sous convention de ${regle.conventionDePlusDe} ans ou moins`
        : inconnues
          ? `préciser anciennetes : les conventions doivent dater de plus de ${regle.conventionDePlusDe} ans`
          : `conventions de plus de ${regle.conventionDePlusDe} ans`,
    ),
  ]);
}
