import { comparer, fraction, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { partDe } from '../sru/objectif';
import type { IntervalleDeTaux } from '../sru/rattrapage';

export interface Typologie {
  readonly plaiMinimum: Fraction;
  /** Maximum de PLS ; si le taux ou le PLH manque pour choisir, le plus strict et le plus large. */
  readonly plsMaximum: { readonly strict: Fraction; readonly large: Fraction };
  readonly plaiSuffisant: boolean;
  /** `null` : le taux de logements sociaux ou l'existence d'un PLH manque pour conclure. */
  readonly plsAdmis: boolean | null;
}

/**
 * Parts de PLAI et de PLS des logements à produire (L. 302-8, III) : PLAI ≥ 30 %, PLS ≤ 30 % ; PLS ≤ 20 % si le taux de
 * logements sociaux est inférieur à 10 % et qu'aucun PLH ne couvre la commune.
 * @param logements logements à produire (l'objectif, ou la production : au choix de l'appelant)
 * @param taux taux de logements sociaux, en points, connu à son arrondi près ; `null` si inconnu
 * @param plh commune couverte par un PLH ; `null` si inconnu
 * @example typologie(100, 30, 30, …) // PLAI suffisant, PLS admis
 * @example typologie(100, 29, 31, …) // PLAI insuffisant, PLS excessif
 * @example typologie(100, 30, 25, 9,9 %, sans PLH) // PLS excessif : 20 au plus
 */
export function typologie(
  logements: number,
  plai: number,
  pls: number,
  taux: IntervalleDeTaux | null,
  plh: boolean | null,
  { typologie: droit }: Droit,
): Typologie | null {
  if (!droit) return null;
  const { plaiMinimum, plsMaximum, plsMaximumSansPlh, seuilTauxSansPlh } = droit.regle;
  const total = fraction(logements);
  const tauxFaible = taux && sousLeSeuil(taux, fraction(seuilTauxSansPlh));
  const large = partDe(total, plsMaximum);
  const restreint = partDe(total, plsMaximumSansPlh);
  const surementLarge = plh === true || tauxFaible === false;
  const surementRestreint = plh === false && tauxFaible === true;
  const strict = surementLarge ? large : restreint;
  const plafond = surementRestreint ? restreint : large;
  const sous = (maximum: Fraction) => comparer(fraction(pls), maximum) <= 0;
  return {
    plaiMinimum: partDe(total, plaiMinimum),
    plsMaximum: { strict, large: plafond },
    plaiSuffisant: comparer(fraction(plai), partDe(total, plaiMinimum)) >= 0,
    plsAdmis: sous(strict) ? true : sous(plafond) ? null : false,
  };
}

/** `null` si l'arrondi du taux laisse la question ouverte. */
function sousLeSeuil({ bas, haut }: IntervalleDeTaux, seuil: Fraction): boolean | null {
  if (comparer(haut, seuil) < 0) return true;
  return comparer(bas, seuil) >= 0 ? false : null;
}
