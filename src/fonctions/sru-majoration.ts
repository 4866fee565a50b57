import { versNombre } from '../nombres';
import { DROIT_EN_VIGUEUR } from '../droit';
import { OBJECTIF_ATTENDU, tauxPlancher } from '../regles';
import { accepter, lireEntier } from './arguments';
import { lireEntierRelatif } from './montants';
import { diffuser } from './valeurs';

/**
 * Taux plancher de majoration du prélèvement d’une commune carencée (L. 302-9-1 du CCH) : part non réalisée de l’objectif, arrondie
 * au pour-cent supérieur. Le préfet peut aller au-delà.
 * @customfunction SRU.MAJORATION
 * @param objectif Objectif de la période, celui du contrat s’il y en a un ; entier d’au moins 1, cellule ou plage.
 * @param realises Logements réalisés ; entier, négatif si le parc a diminué (compté pour 0).
 * @returns Rapport : 0,81 pour 81 % ; #VALEUR! si l’objectif est nul ou négatif.
 * @example =SRU.MAJORATION(21;4) → 0,81 (80,95 % à l’entier supérieur)
 * @example =SRU.MAJORATION(58;-1) → 1
 * @example =SRU.MAJORATION(20;20) → 0
 */
export function sruMajoration(objectif: unknown[][], realises: unknown[][]): unknown[][] {
  return diffuser([objectif, realises], (o, r) => {
    const taux = tauxPlancher(
      lireEntier('objectif', o, OBJECTIF_ATTENDU),
      lireEntierRelatif('realises', r),
      DROIT_EN_VIGUEUR,
    );
    return versNombre(accepter(taux).valeur);
  });
}
