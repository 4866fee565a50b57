import { comparer, ecrire, fraction, produit, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { toutes, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';

/**
 * Supplément de loyer de solidarité (L. 441-3) : dû si les ressources excèdent d'au moins 20 % le plafond ; jamais dans un quartier
 * prioritaire. Ne dit pas son montant, fixé par un barème.
 * @param plafond plafond de ressources du logement, strictement positif
 * @example 36 000 € pour un plafond de 30 000 → dû (20 % exactement) ; 35 999 → non ; en QPV → non
 */
export function supplementDeLoyer(
  ressources: Fraction,
  plafond: Fraction,
  qpv: Ternaire,
  droit: Droit,
): Examen | Refus {
  if (!droit.loyers) return regleInconnue('Supplément de loyer de solidarité', droit);
  if (plafond.numerateur <= 0) {
    return { refus: 'VALEUR', grandeur: 'plafond', recu: ecrire(plafond), attendu: 'un montant supérieur à 0' };
  }
  const { regle, certitude } = droit.loyers;
  const seuil = produit(plafond, fraction(100 + regle.supplement, 100));
  const depasse = comparer(ressources, seuil) >= 0;
  return toutes([
    {
      remplie: depasse,
      phrase: `ressources de ${ecrire(ressources)} €, seuil de ${ecrire(seuil)} € (plafond + ${regle.supplement} %)`,
      reference: 'L441-3',
      certitude,
    },
    {
      remplie: qpv === null ? null : !qpv,
      phrase: qpv === null ? 'préciser qpv : jamais dû en QPV' : qpv ? 'logement en QPV' : 'logement hors QPV',
      reference: 'L441-3',
      certitude,
    },
  ]);
}
