import { arrondirCalcul, objectifDeReference, situation } from '../../regles';
import { accepter } from '../arguments';
import { enTableau } from '../declaration';
import { traceEnLignes } from '../traces';
import { CIBLE, LLS, PARC_REFUSE, PERIODE, RANG, RP } from '../vocabulaire';

export const SRU_EXPLIQUER = enTableau({
  nom: 'SRU.EXPLIQUER',
  resume: 'le calcul, étape par étape, avec les articles',
  description:
    'Le calcul de l’objectif de référence d’une commune, étape par étape, chacune avec sa valeur, sa formule et son article (L. 302-8 du CCH), jusqu’à l’arrondi au plus proche que SRU.OBJECTIF applique par défaut. Se déverse sur plusieurs lignes.',
  arguments: [RP, LLS, CIBLE, RANG, PERIODE],
  rend: `Cinq colonnes avec leur en-tête : étape, valeur, unité, formule, article ; ${PARC_REFUSE}.`,
  exemples: [
    '=SRU.EXPLIQUER(10000;1500;20) → période, taux, manquants 500, écart 5, rattrapage 33 %, objectif 165, arrondi 165',
  ],
  dispositif: 'Objectif de référence',
  calculer: (rp, lls, cible, rang, droit) => {
    const objectif = accepter(objectifDeReference(accepter(situation(rp, lls, cible, rang)), droit));
    return traceEnLignes(arrondirCalcul(objectif, 'PROCHE'));
  },
});
