import { auCentime, comparer, ecrire, fraction, somme, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { regleInconnue, type Refus } from '../refus';

/**
 * Loyer maximal d'un logement en PLAI loué à un ménage du PLUS (interchangeabilité, D. 353-16, 5°), au centime inférieur : loyer maximal
 * PLAI majoré de 40 % au plus, et au plus le loyer maximal PLUS.
 * @param taux majoration de l'arrêté préfectoral, en pour cent ; `null` pour la limite de 40 %
 * @param loyerPlus loyer maximal PLUS ; `null` s'il n'est pas donné
 * @example 300 € → 420 ; à 20 % → 360 ; avec un loyer PLUS de 400 € → 400
 * @example taux de 41 % → refus
 */
export function majorationPlai(
  loyerPlai: Fraction,
  taux: Fraction | null,
  loyerPlus: Fraction | null,
  droit: Droit,
): Calcul | Refus {
  if (!droit.loyers) return regleInconnue('Interchangeabilité des PLAI et des PLUS', droit);
  const limite = fraction(droit.loyers.regle.majorationPlai);
  const retenu = taux ?? limite;
  if (comparer(retenu, limite) > 0) {
    const attendu = `au plus ${ecrire(limite)} %`;
    return { refus: 'VALEUR', grandeur: 'taux', recu: `${ecrire(retenu, 4)} %`, attendu };
  }
  const cent = fraction(100);
  const majore = auCentime([loyerPlai, somme(cent, retenu), fraction(1, 100)], 'INFERIEUR');
  const plafonne = loyerPlus !== null && comparer(majore, loyerPlus) > 0;
  const valeur = plafonne ? loyerPlus : majore;
  return calcul(valeur, () => [
    {
      nom: 'Loyer maximal majoré',
      valeur,
      unite: '€',
      formule: `${ecrire(loyerPlai)} € × (1 + ${ecrire(retenu, 4)} %)${plafonne ? `, ramené au loyer maximal PLUS de ${ecrire(loyerPlus)} €` : ''}`,
      reference: 'D353-16',
      certitude: 'source secondaire',
      arrondi: 'INFERIEUR',
    },
  ]);
}
