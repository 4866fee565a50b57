import { ecrire, versNombre } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { parCellule } from '../declaration';
import { ARGUMENTS_DU_PRELEVEMENT, calculerPrelevement } from '../prelevement';

const { partDuPotentiel, plafondDepenses, minimum } = DROIT_EN_VIGUEUR.prelevement!.regle;

export const SRU_PRELEVEMENT = parCellule({
  nom: 'SRU.PRELEVEMENT',
  resume: 'prélèvement annuel, en euros',
  description: `Prélèvement annuel sur les ressources d’une commune déficitaire (L. 302-7 du CCH) : ${partDuPotentiel} % du potentiel fiscal par habitant × manquants, au plus ${plafondDepenses} % des dépenses, nul sous ${ecrire(minimum)} €, moins dépenses déductibles et report. Au centime.`,
  arguments: ARGUMENTS_DU_PRELEVEMENT,
  rend: 'Euros, au centime ; #VALEUR! et sa raison si un argument manque, est négatif ou ne se lit pas. Ne tient pas compte d’une exonération (SRU.PRELEVEMENT.EXONERE) ni d’une majoration.',
  exemples: [
    '=SRU.PRELEVEMENT(1000;10000;1500;20;10000000) → 125000 (25 % × 1 000 € × 500)',
    '=SRU.PRELEVEMENT(1000;10000;1500;20;2000000) → 100000 (5 % des dépenses)',
    '=SRU.PRELEVEMENT(1000;10000;1984;20;10000000) → 4000 (4 000 € exactement)',
    '=SRU.PRELEVEMENT(999,999;10000;1984;20;10000000) → 0 (3 999,996 €, moins de 4 000)',
    '=SRU.PRELEVEMENT(1000;10000;1500;20;10000000;130000) → 0 (surplus de 5 000 € à reporter)',
  ],
  dispositif: 'Prélèvement annuel',
  calculer: (...valeurs) => versNombre(calculerPrelevement(...valeurs).valeur),
});
