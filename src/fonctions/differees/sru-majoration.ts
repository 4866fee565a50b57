import { versNombre } from '../../nombres';
import { OBJECTIF_ATTENDU, tauxPlancher } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, parCellule } from '../declaration';
import { lireEntierRelatif } from '../montants';
import { PERIODE } from '../vocabulaire';

export const SRU_MAJORATION = parCellule({
  nom: 'SRU.MAJORATION',
  resume: 'taux plancher de majoration',
  description:
    'Taux plancher de majoration du prélèvement d’une commune carencée (L. 302-9-1 du CCH) : part non réalisée de l’objectif, arrondie au pour-cent supérieur. Le préfet peut aller au-delà.',
  arguments: [
    argument(
      'objectif',
      'Objectif de la période, celui du contrat s’il y en a un ; entier d’au moins 1.',
      (nom, valeur) => lireEntier(nom, valeur, OBJECTIF_ATTENDU),
    ),
    argument(
      'realises',
      'Logements réalisés ; entier, négatif si le parc a diminué (compté pour 0).',
      lireEntierRelatif,
    ),
    PERIODE,
  ],
  rend: 'Rapport : 0,81 pour 81 % ; #VALEUR! si l’objectif est nul ou négatif.',
  exemples: [
    '=SRU.MAJORATION(21;4) → 0,81 (80,95 % à l’entier supérieur)',
    '=SRU.MAJORATION(58;-1) → 1',
    '=SRU.MAJORATION(20;20) → 0',
  ],
  dispositif: 'Taux plancher de majoration',
  calculer: (objectif, realises, droit) => versNombre(accepter(tauxPlancher(objectif, realises, droit)).valeur),
});
