import { enTableau } from '../declaration';
import { controlerPlage, periodeDe, VERDICT_RENDU, verdictEnMots } from '../tableaux';
import { PERIODE, tableauDeCommunes } from '../vocabulaire';

export const CMS_VALIDER = enTableau({
  nom: 'CMS.VALIDER',
  resume: 'verdict d’un tableau de contrats abaissants',
  description:
    'Verdict d’un tableau de contrats de mixité sociale abaissants (L. 302-8, IX du CCH) : plancher de chaque commune, durée, communes entrantes, références.',
  arguments: [
    tableauDeCommunes('commune, résidences principales, logements sociaux, taux cible, objectif du contrat…'),
    PERIODE,
  ],
  rend: VERDICT_RENDU,
  exemples: ['=CMS.VALIDER(A3:H14) → CONFORME'],
  dispositif: 'Contrat de mixité sociale abaissant',
  calculer: async (tableau, droit) => [
    [verdictEnMots(await controlerPlage(tableau, { contrat: 'cms', periode: periodeDe(droit) }))],
  ],
});
