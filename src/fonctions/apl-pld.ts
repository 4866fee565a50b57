import { DROIT_EN_VIGUEUR } from '../droit';
import { articleDe } from '../regles';

/**
 * Politique des loyers dérogatoires (ordonnance n° 2019-453) : expérimentation close en mai 2024, plus rien à calculer. Elle ouvrait
 * des logements à des ménages dont les ressources étaient inférieures à 80 % du plafond PLAI, loyers au plus au niveau du PLS.
 * @customfunction APL.PLD
 * @returns « TERMINÉE : … ».
 * @example =APL.PLD() → TERMINÉE : expérimentation close depuis mai 2024
 */
export function aplPld(): unknown[][] {
  const { derogatoires } = DROIT_EN_VIGUEUR.loyers!.regle;
  const texte = articleDe('ordonnance-2019-453');
  return [
    [
      `TERMINÉE : expérimentation close depuis ${derogatoires.fin} (${texte}) ; voir APL.NPL pour redistribuer des loyers`,
    ],
  ];
}
