import { arrondir, fraction, type Quantite } from '../../nombres';
import type { Droit, Rang } from '../../droit';
import type { Calcul } from '../calcul';
import type { Sens } from '../cims/sens';
import type { Refus } from '../refus';
import { objectifDeReference } from '../sru/objectif';
import type { Situation } from '../sru/situation';

/** L'objectif d'une commune peut-il être abaissé à la période suivante, si ce contrat est signé ? */
export type Suite =
  | { readonly abaissable: 'sans objet' }
  /** `periode` : la combientième période consécutive d'abaissement ce serait. */
  | { readonly abaissable: 'oui'; readonly periode: number }
  | { readonly abaissable: 'non'; readonly motif: 'RANG' | 'DUREE' }
  | { readonly abaissable: 'à confirmer' };

/**
 * Ce que devient la faculté d'abaisser : une entrante l'attend, un objectif tenu ou relevé interrompt la suite, un objectif abaissé compte
 * pour une période au moins, même si le tableau en écrit zéro.
 * @param periodes périodes consécutives d'abaissement, celle du contrat comprise ; `null` : inconnu
 * @param maximum périodes consécutives que la loi admet
 * @example rang 1 → non, encore entrante à la période suivante
 * @example objectif tenu → oui, première période
 * @example abaissé, 0 ou 1 période, 2 au plus → oui, deuxième période ; abaissé, 2 périodes → non
 */
export function suiteDuContrat(rang: Rang, sens: Sens, periodes: number | null, maximum: number): Suite {
  if (rangSuivant(rang) < 3) return { abaissable: 'non', motif: 'RANG' };
  if (sens !== 'abaissé') return { abaissable: 'oui', periode: 1 };
  if (periodes === null) return { abaissable: 'à confirmer' };
  const comptees = Math.max(1, periodes);
  return comptees < maximum ? { abaissable: 'oui', periode: comptees + 1 } : { abaissable: 'non', motif: 'DUREE' };
}

/** Le rang d'une commune à la période suivante (L. 302-8, VIII). */
export const rangSuivant = (rang: Rang): Rang => (rang === 3 ? 3 : ((rang + 1) as Rang));

/**
 * La référence de la période suivante, à parc constant, si l'objectif est réalisé à l'entier supérieur.
 * @param droit celui de la période suivante
 */
export function referenceSuivante(
  s: Situation,
  objectif: Quantite | number,
  droit: Droit,
): Calcul<'logements'> | Refus {
  const produits = arrondir(typeof objectif === 'number' ? fraction(objectif) : objectif, 'SUPERIEUR');
  const logementsSociaux = Math.min(s.residencesPrincipales, s.logementsSociaux + produits);
  return objectifDeReference({ ...s, logementsSociaux, rang: rangSuivant(s.rang) }, droit);
}
