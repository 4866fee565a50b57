import { ecrire, ecrireCompte, fraction, type Rapport } from '../../nombres';
import type { Droit } from '../../droit';
import { articleDe } from '../calcul';
import { toutes, type Examen } from '../examen';
import { estRefus, type Refus } from '../refus';
import type { IntervalleDeTaux } from '../sru/rattrapage';
import { conditionsDeTypologie } from '../typologie/typologie';
import { tauxPlancher } from './majoration';

export interface Bilan {
  /** Réalisés / objectif, en rapport, non arrondi, négatif si le parc a diminué ; `null` sans objectif. */
  readonly taux: Rapport | null;
  readonly quantitatif: Examen;
  /** Taux plancher de majoration si l'objectif n'est pas atteint, en rapport ; `null` aussi si la période n'en a pas de règle connue. */
  readonly majoration: Rapport | null;
  /** Ce qu'il faut vérifier de l'objectif avant de conclure, avec son texte. */
  readonly note: string | null;
}

/**
 * Bilan quantitatif d'une période triennale (L. 302-9-1) : taux de réalisation de l'objectif, celui du contrat s'il y en a un. Il compare
 * deux nombres : toute période s'y juge.
 * @param objectif entier positif ou nul
 * @example bilan(16, 6), période 2020-2022 // note : objectif recalé sur les taux de la loi 3DS
 * @example bilan(16, 6) // 37,5 %, non atteint, majoration d'au moins 63 %
 * @example bilan(25, 25) // 100 %, atteint
 * @example bilan(58, -1) // −1,7 %, non atteint, majoration d'au moins 100 %
 */
export function bilanTriennal(objectif: number, realises: number, droit: Droit): Bilan {
  const plancher = objectif === 0 ? null : tauxPlancher(objectif, realises, droit);
  const atteint = realises >= objectif;
  const manque = ecrireCompte(objectif - realises, 'logement');
  return {
    taux: objectif === 0 ? null : fraction(realises, objectif),
    quantitatif: toutes([
      {
        remplie: atteint,
        phrase: `${ecrireCompte(realises, 'réalisé')} sur ${ecrire(objectif)}${atteint ? '' : `, il manque ${manque}`}`,
        reference: 'L302-9-1',
        certitude: 'texte',
      },
    ]),
    majoration: plancher && !estRefus(plancher) && !atteint ? plancher.valeur : null,
    note: droit.recalage && `${droit.recalage.regle.note} (${articleDe(droit.recalage.reference)})`,
  };
}

/**
 * Bilan qualitatif (L. 302-8, III) : parts de PLAI et de PLS des logements réalisés ; `null` si rien n'est réalisé. Plus de PLAI et de PLS
 * que de réalisés n'est jamais conforme : à vérifier.
 * @param plai logements en PLAI ; `null` si inconnu, comme `pls`, `taux` et `plh`
 * @example 100 réalisés, 30 PLAI, 30 PLS, avec un PLH → conforme ; 29 PLAI → non
 * @example 100 réalisés, 30 PLAI, 20 PLS, 9,9 % sans PLH → conforme ; 21 PLS → non
 * @example 100 réalisés, 70 PLAI, 30 PLS → conforme ; 71 PLAI → indéterminé, à vérifier
 */
export function bilanQualitatif(
  realises: number,
  plai: number | null,
  pls: number | null,
  taux: IntervalleDeTaux | null,
  plh: boolean | null,
  droit: Droit,
): Examen | Refus | null {
  if (realises <= 0) return null;
  const parts = conditionsDeTypologie(realises, plai, pls, taux, plh, droit);
  if ('refus' in parts) return parts;
  const { reference, certitude } = droit.typologie!;
  const phrase = `${ecrire(plai ?? 0)} PLAI et ${ecrire(pls ?? 0)} PLS, plus que les ${ecrire(realises)} réalisés : à vérifier`;
  const excede = (plai ?? 0) + (pls ?? 0) > realises;
  return toutes([...parts, ...(excede ? [{ remplie: null, phrase, reference, certitude }] : [])]);
}
