import { arrondir, comparer, ecrire, fraction, type Logements, type ModeEntier, type PourCent } from '../../nombres';
import type { Droit } from '../../droit';
import { ARRONDIS_EN_MOTS, type Etape } from '../calcul';
import { partDe } from '../sru/objectif';
import type { IntervalleDeTaux } from '../sru/rattrapage';
import { typologie } from './typologie';

export interface Parts {
  /** Le minimum de PLAI, puis le maximum de PLS, ou les deux qui restent possibles. */
  readonly etapes: readonly Etape[];
  /** Le taux ou le PLH manque pour choisir entre deux maximums de PLS. */
  readonly plsOuvert: boolean;
}

/**
 * Les parts de PLAI et de PLS d'un objectif (L. 302-8, III), en logements entiers : un minimum au supérieur, un maximum à l'inférieur.
 * @param taux, plh comme `typologie` ; `null` si la période n'a pas de règle
 * @example partsDe(52, 15 %, PLH oui, …) // PLAI 16 au moins, PLS 15 au plus
 * @example partsDe(52, 9 %, PLH inconnu, …) // PLS 15 au plus, ou 10 sans PLH
 */
export function partsDe(
  logements: number,
  taux: IntervalleDeTaux | null,
  plh: boolean | null,
  droit: Droit,
): Parts | null {
  const bornes = typologie(logements, 0, 0, taux, plh, droit);
  if (!bornes) return null;
  const { reference, certitude, regle } = droit.typologie!;
  const { plaiMinimum, plsMaximum, plsMaximumSansPlh, seuilTauxSansPlh } = regle;
  const etape = (nom: string, part: PourCent, exacte: Logements, arrondi: ModeEntier): Etape => ({
    nom,
    valeur: fraction(arrondir(exacte, arrondi)),
    unite: 'logements',
    formule: `${part} % × ${ecrire(logements)} = ${ecrire(exacte, 4)}, ${ARRONDIS_EN_MOTS[arrondi]}`,
    reference,
    certitude,
    arrondi,
  });
  const { strict, large } = bornes.plsMaximum;
  const restreint = partDe(fraction(logements), plsMaximumSansPlh);
  const part = comparer(large, restreint) === 0 ? plsMaximumSansPlh : plsMaximum;
  const plsOuvert = arrondir(strict, 'INFERIEUR') !== arrondir(large, 'INFERIEUR');
  const sansPlh = `PLS, au plus, sans PLH et sous ${seuilTauxSansPlh} % de logements sociaux`;
  return {
    plsOuvert,
    etapes: [
      etape('PLAI, au moins', plaiMinimum, bornes.plaiMinimum, 'SUPERIEUR'),
      etape('PLS, au plus', part, large, 'INFERIEUR'),
      ...(plsOuvert ? [etape(sansPlh, plsMaximumSansPlh, strict, 'INFERIEUR')] : []),
    ],
  };
}
