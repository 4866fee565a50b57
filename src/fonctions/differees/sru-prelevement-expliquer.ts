import { enTableau } from '../declaration';
import { ARGUMENTS_DU_PRELEVEMENT, calculerPrelevement } from '../prelevement';
import { traceEnLignes } from '../traces';

export const SRU_PRELEVEMENT_EXPLIQUER = enTableau({
  nom: 'SRU.PRELEVEMENT.EXPLIQUER',
  resume: 'le calcul, étape par étape',
  description:
    'Le calcul du prélèvement, étape par étape, avec l’article de chacune (L. 302-7 du CCH) : manquants, brut, plafond, seuil, arrondi, net et surplus à reporter. Se déverse sur plusieurs lignes.',
  arguments: ARGUMENTS_DU_PRELEVEMENT,
  rend: 'Cinq colonnes avec leur en-tête : étape, valeur, unité, formule, article ; #VALEUR! si un argument manque, est négatif ou ne se lit pas.',
  exemples: [
    '=SRU.PRELEVEMENT.EXPLIQUER(1000;10000;1500;20;10000000) → … brut 125 000 €, plafond 500 000 €, net 125 000 €',
  ],
  dispositif: 'Prélèvement annuel',
  calculer: (...valeurs) => traceEnLignes(calculerPrelevement(...valeurs), valeurs[7].reserve),
});
