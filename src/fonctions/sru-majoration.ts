import { versNombre } from '../nombres';
import { OBJECTIF_ATTENDU, tauxPlancher } from '../regles';
import { accepter, lireDroit, lireEntier } from './arguments';
import { lireEntierRelatif } from './montants';
import { diffuser } from './valeurs';

/**
 * Taux plancher de majoration du prélèvement d’une commune carencée (L. 302-9-1 du CCH) : part non réalisée de l’objectif, arrondie
 * au pour-cent supérieur. Le préfet peut aller au-delà.
 * @customfunction SRU.MAJORATION
 * @param objectif Objectif de la période, celui du contrat s’il y en a un ; entier d’au moins 1, cellule ou plage.
 * @param realises Logements réalisés ; entier, négatif si le parc a diminué (compté pour 0).
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Rapport : 0,81 pour 81 % ; #VALEUR! si l’objectif est nul ou négatif.
 * @example =SRU.MAJORATION(21;4) → 0,81 (80,95 % à l’entier supérieur)
 * @example =SRU.MAJORATION(58;-1) → 1
 * @example =SRU.MAJORATION(20;20) → 0
 */
export function sruMajoration(objectif: unknown[][], realises: unknown[][], periode?: unknown[][]): unknown[][] {
  return diffuser([objectif, realises, periode], (o, r, quand) => {
    const taux = tauxPlancher(
      lireEntier('objectif', o, OBJECTIF_ATTENDU),
      lireEntierRelatif('realises', r),
      lireDroit(quand),
    );
    return versNombre(accepter(taux).valeur);
  });
}
