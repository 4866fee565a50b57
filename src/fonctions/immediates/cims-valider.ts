import { enTableau } from '../declaration';
import { controlerMutualisation, VERDICT_RENDU, verdictEnMots } from '../tableaux';
import { AVIS_DE_LA_COMMISSION, PERIODE, PLH, TABLEAU_MUTUALISE } from '../vocabulaire';

export const CIMS_VALIDER = enTableau({
  nom: 'CIMS.VALIDER',
  resume: 'verdict d’un tableau de mutualisation',
  description:
    'Verdict d’un tableau de mutualisation (contrat de mixité sociale mutualisant, dit CIMS ; L. 302-8, X du CCH) : moitié de chaque référence, total, accords, durées, communes entrantes, intercommunalité, PLH, avis de la commission nationale.',
  arguments: [TABLEAU_MUTUALISE, PLH, AVIS_DE_LA_COMMISSION, PERIODE],
  rend: VERDICT_RENDU,
  exemples: ['=CIMS.VALIDER(A3:M14;"oui";"à recueillir") → CONFORME'],
  dispositif: 'Contrat mutualisant (« CIMS »)',
  calculer: async (...precisions) => [[verdictEnMots(await controlerMutualisation(...precisions))]],
});
