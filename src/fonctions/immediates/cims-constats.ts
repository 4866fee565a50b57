import { articleDe } from '../../regles';
import { enTableau } from '../declaration';
import { controlerMutualisation } from '../tableaux';
import { AVIS_DE_LA_COMMISSION, PERIODE, PLH, TABLEAU_MUTUALISE } from '../vocabulaire';

export const CIMS_CONSTATS = enTableau({
  nom: 'CIMS.CONSTATS',
  resume: 'tous les constats, avec leur article',
  description:
    'Tous les constats d’un tableau de mutualisation (CIMS ; L. 302-8, X du CCH), du plus grave au moins grave. Se déverse sur plusieurs lignes.',
  arguments: [TABLEAU_MUTUALISE, PLH, AVIS_DE_LA_COMMISSION, PERIODE],
  rend: 'Cinq colonnes avec leur en-tête : gravité, code, commune, message, article ; #VALEUR! si aucun tableau n’est reconnu.',
  exemples: ['=CIMS.CONSTATS(A3:M14;"oui") → bloquant, REDUCTION_EXCESSIVE, …'],
  dispositif: 'Contrat mutualisant (« CIMS »)',
  calculer: async (tableau, plh, avis, droit) => {
    const { constats } = await controlerMutualisation(tableau, plh, avis, droit);
    return [
      ['gravité', 'code', 'commune', 'message', 'article'],
      ...constats.map((c) => [c.gravite, c.code, c.commune ?? '', c.message, articleDe(c.reference)]),
    ];
  },
});
