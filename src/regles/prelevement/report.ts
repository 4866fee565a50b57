import { ecrire, fraction, produitArrondi, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { regleInconnue, type Refus } from '../refus';

export const OBLIGATION_ATTENDUE = 'un nombre de logements supérieur à 0';

/**
 * Années où le surplus de dépenses déductibles peut être reporté (L. 302-7) : deux ; davantage si le quotient, arrondi à l'entier
 * supérieur, des logements aidés par le tiers de l'obligation triennale dépasse trois : c'est alors ce quotient.
 * @param logementsAides logements que les dépenses ont aidés, entier
 * @param obligation obligation triennale, strictement positive
 * @example report(90, 90) // 90 / 30 = 3, qui ne dépasse pas trois : 2 ans
 * @example report(91, 90) // 3,03 arrondi à 4 : 4 ans
 */
export function reportDuSurplus(logementsAides: number, obligation: Fraction, droit: Droit): Calcul | Refus {
  if (!droit.prelevement) return regleInconnue('Report du surplus', droit);
  if (obligation.numerateur <= 0) {
    return {
      refus: 'VALEUR',
      grandeur: 'obligation_triennale',
      recu: ecrire(obligation, 4),
      attendu: OBLIGATION_ATTENDUE,
    };
  }
  const { annees, etendu, partsDeLaPeriode } = droit.prelevement.regle.report;
  const inverse = fraction(obligation.denominateur, obligation.numerateur);
  const quotient = produitArrondi([fraction(logementsAides), fraction(partsDeLaPeriode), inverse], 'SUPERIEUR');
  const duree = quotient > etendu ? quotient : annees;
  return calcul(fraction(duree), () => [
    {
      nom: 'Années d’obligation couvertes',
      valeur: fraction(quotient),
      unite: 'ans',
      formule: `${ecrire(logementsAides)} / (${ecrire(obligation, 4)} / ${partsDeLaPeriode}), à l’entier supérieur`,
      reference: 'L302-7',
      certitude: 'texte',
      arrondi: 'SUPERIEUR',
    },
    {
      nom: 'Report du surplus',
      valeur: fraction(duree),
      unite: 'ans',
      formule: quotient > etendu ? `${quotient} > ${etendu}` : `${quotient} ≤ ${etendu} : durée ordinaire`,
      reference: 'L302-7',
      certitude: 'texte',
    },
  ]);
}
