import { comparerDates, ecrireCompte, ecrireDate, moisAvant, type DateCivile } from '../../nombres';
import type { Droit } from '../../droit';
import { toutes, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';

export interface Deconventionnement {
  /** Bailleur et commune à qui les avis conformes sont imposés. */
  readonly avisRequis: Examen;
  /** Dernier jour pour recueillir les deux avis. */
  readonly dateLimite: DateCivile;
  readonly avis: Examen;
}

/**
 * Refus de renouveler une convention APL (loi 3DS, art. 74) : avis conformes du préfet et du maire, au plus tard trente mois avant
 * l'échéance, pour un bailleur de plus de 10 logements dans une commune soumise, ou qui le deviendrait.
 * @param dateAvis jour du second avis ; `null` si inconnu
 * @example 11 logements, échéance le 31/12/2026 → avis au plus tard le 30/06/2024 ; 10 logements → sans objet
 */
export function deconventionnement(
  logementsDuBailleur: number,
  communeSoumise: Ternaire,
  echeance: DateCivile,
  avis: { readonly prefet: Ternaire; readonly maire: Ternaire; readonly date: DateCivile | null },
  droit: Droit,
): Deconventionnement | Refus {
  if (!droit.deconventionnement) return regleInconnue('Déconventionnement', droit);
  const { regle, reference, certitude } = droit.deconventionnement;
  const condition = (remplie: Ternaire, phrase: string) => ({ remplie, phrase, reference, certitude });
  const dateLimite = moisAvant(echeance, regle.mois);
  const limite = ecrireDate(dateLimite);
  const aTemps = avis.date && comparerDates(avis.date, dateLimite) <= 0;
  const rendu = (valeur: Ternaire, qui: string) =>
    condition(valeur, `avis conforme du ${qui} ${valeur ? 'recueilli' : valeur === null ? 'à recueillir' : 'refusé'}`);
  return {
    avisRequis: toutes([
      condition(
        logementsDuBailleur > regle.logementsPlusDe,
        `bailleur de ${ecrireCompte(logementsDuBailleur, 'logement')}, plus de ${regle.logementsPlusDe} exigés`,
      ),
      condition(
        communeSoumise,
        communeSoumise === null
          ? 'préciser commune_sru'
          : `commune ${communeSoumise ? 'soumise, ou qui le' : 'non soumise, et qui ne le'} deviendrait${communeSoumise ? '' : ' pas'}`,
      ),
    ]),
    dateLimite,
    avis: toutes([
      rendu(avis.prefet, 'préfet'),
      rendu(avis.maire, 'maire'),
      condition(
        aTemps,
        avis.date
          ? `avis du ${ecrireDate(avis.date)}, le ${limite} au plus tard (${regle.mois} mois avant l’échéance)`
          : `deux avis à recueillir le ${limite} au plus tard (${regle.mois} mois avant l’échéance)`,
      ),
    ]),
  };
}
