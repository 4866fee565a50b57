import { arrondir, comparer, ecrire, ecrireCompte, ecrireDuBonCote, fraction, type Fraction } from '../../nombres';
import type { Droit, RegleAttributions } from '../../droit';
import { toutes, uneSuffit, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';
import { partDe } from '../sru/objectif';

export type Lieu = keyof Pick<RegleAttributions, 'horsQpv' | 'enQpv'>;

/** Un flux d'attributions annuelles suivies de baux signés ; se construit par `flux`. */
export interface Flux {
  readonly baux: number;
  /** Baux des ménages visés : premier quartile (ou relogés) hors QPV, autres quartiles en QPV. */
  readonly publics: number;
}

/**
 * @example flux(1000, 177)
 * @example flux(177, 1000) // refus : plus de ménages visés que de baux
 */
export function flux(baux: number, publics: number, nom: string): Flux | Refus {
  if (publics <= baux) return { baux, publics };
  return {
    refus: 'VALEUR',
    grandeur: nom,
    recu: ecrire(publics),
    attendu: `au plus le nombre de baux, ${ecrire(baux)}`,
  };
}

/**
 * Objectif d'attributions (L. 441-1) : hors QPV, au moins 25 % au premier quartile ; en QPV, au moins 50 % aux autres quartiles.
 * @example hors QPV, 250 sur 1 000 → atteint ; 249 → non, il manque 1 attribution
 * @example hors QPV, 17,7 % au niveau national en 2023 → non ; en QPV, 76,1 % → atteint (circulaire)
 */
export function objectifDAttributions(f: Flux, lieu: Lieu, droit: Droit): Examen | Refus {
  if (!droit.attributions) return regleInconnue('Objectif d’attributions', droit);
  const { regle, reference, certitude } = droit.attributions;
  const { atteint, phrase } = mesurer(f, fraction(regle[lieu]));
  return toutes([{ remplie: atteint, phrase, reference, certitude }]);
}

/**
 * Substitution du préfet au bailleur (L. 441-1) : flux hors QPV des douze derniers mois sous l'objectif, ou informations non transmises.
 * @param objectif celui assigné au bailleur, en pour cent ; `null` pour celui de la loi
 * @param transmises informations transmises au préfet ; `null` si inconnu
 * @example 200 sur 1 000 → substitution, 50 attributions manquent ; 250 → non
 */
export function substitution(f: Flux, objectif: Fraction | null, transmises: Ternaire, droit: Droit): Examen | Refus {
  if (!droit.attributions) return regleInconnue('Substitution du préfet', droit);
  const { regle, reference, certitude } = droit.attributions;
  const { atteint, phrase } = mesurer(f, objectif ?? fraction(regle.horsQpv));
  return uneSuffit([
    { remplie: !atteint, phrase: `${phrase}, flux des ${regle.moisDuFlux} derniers mois`, reference, certitude },
    ...(transmises === null
      ? []
      : [
          {
            remplie: !transmises,
            phrase: `informations ${transmises ? '' : 'non '}transmises au préfet`,
            reference,
            certitude,
          },
        ]),
  ]);
}

/** Sans bail, rien n'est à comparer : l'objectif n'est pas manqué. */
function mesurer({ baux, publics }: Flux, pourcent: Fraction): { atteint: boolean; phrase: string } {
  if (baux === 0) return { atteint: true, phrase: 'aucun bail signé' };
  const minimum = partDe(fraction(baux * pourcent.numerateur, pourcent.denominateur), 1);
  const atteint = comparer(fraction(publics), minimum) >= 0;
  const manque = arrondir(minimum, 'SUPERIEUR') - publics;
  const lue = ecrireDuBonCote(fraction(publics * 100, baux), pourcent, 1);
  const part = `${ecrire(publics)} sur ${ecrireCompte(baux, 'bail', 'baux')}, ${lue} %`;
  const exige = `${ecrire(pourcent, 4)} % au moins`;
  return {
    atteint,
    phrase: `${part}, ${exige}${atteint ? '' : ` : il manque ${ecrireCompte(manque, 'attribution')}`}`,
  };
}
