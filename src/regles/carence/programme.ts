import { comparer, ecrire, ecrireCompte, fraction, ZERO, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { ou, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';
import { partDe } from '../sru/objectif';

/** La commune de l'opération, ou ce qui la dispense : territoire peu tendu, logements du ministère de la défense. */
export const SITUATIONS_DE_PROGRAMME = ['carencée', 'exemptée', 'peu tendue', 'défense', 'aucune'] as const;
export type SituationDeProgramme = (typeof SITUATIONS_DE_PROGRAMME)[number];

/**
 * Logements sociaux à prévoir dans une opération, non arrondis (loi 3DS, art. 65 et 75) : 30 % hors PLS dans une commune carencée, 25 %
 * dans une commune exemptée de droit, au-delà de 12 logements familiaux ou de 800 m² d'habitation (L. 111-24 du code de l'urbanisme).
 * @param logements logements familiaux : ni résidence étudiante, ni hébergement
 * @param surface m² destinés à l'habitation, et non toute la surface de plancher ; `null` si inconnue
 * @example programme(13, 500, 'carencée') // 30 % × 13 = 3,9 ; il en faut 4
 * @example programme(12, 800, 'carencée') // 0 : ni plus de 12, ni plus de 800
 * @example programme(10, 759, 'carencée') // 0 : 934 m² de plancher, dont 759 d'habitation (CE, 11/02/2025, n° 491009)
 * @example programme(12, 801, 'exemptée') // 25 % × 12 = 3
 */
export function programme(
  logements: number,
  surface: Fraction | null,
  situation: SituationDeProgramme,
  droit: Droit,
): Calcul<'logements'> | Refus {
  if (!droit.programme) return regleInconnue('Part de logements sociaux d’une opération', droit);
  const { regle, reference, certitude } = droit.programme;
  const grande: Ternaire = ou(
    logements > regle.logementsPlusDe,
    surface && comparer(surface, fraction(regle.surfacePlusDe)) > 0,
  );
  const part = situation === 'carencée' ? regle.carencee : situation === 'exemptée' ? regle.exemptee : 0;
  if (grande === null && part > 0) {
    const attendu = `une surface d’habitation en m², qui décide à ${ecrire(regle.logementsPlusDe)} logements familiaux ou moins`;
    return { refus: 'VALEUR', grandeur: 'surface_habitation', recu: 'une cellule vide', attendu };
  }
  const soumise = grande === true && part > 0;
  const valeur = soumise ? partDe(fraction(logements), part) : ZERO;
  const seuils = `plus de ${regle.logementsPlusDe} logements familiaux ou de ${regle.surfacePlusDe} m² d’habitation`;
  const hors = situation === 'carencée' ? ', hors PLS' : '';
  return calcul(valeur, () => [
    {
      nom: 'Logements sociaux de l’opération',
      valeur,
      unite: 'logements',
      formule: soumise
        ? `${part} % × ${ecrireCompte(logements, 'logement')}${hors} (commune ${situation}, opération de ${seuils})`
        : part === 0
          ? `aucune part imposée (situation : ${situation})`
          : `aucune part imposée : pas ${seuils}`,
      reference,
      certitude,
    },
  ]);
}
