import { estEntiere } from '../../nombres';
import { compte, LOGEMENTS, pourcentage, type Famille, type LectureDeRang } from './fiche';

const RANG: LectureDeRang = {
  ...compte(0, 'un entier : 0, 1, 2, ou 3 et plus', ({ valeur }) => estEntiere(valeur)),
  genre: 'rang',
};

export const OBJECTIFS = {
  rang_triennal: {
    nom: 'le rang triennal',
    lecture: RANG,
    decisive: 'oui',
    tournures: 'rang',
    toleres: 'periode entrante entree',
    etendue: true,
  },
  manquants: {
    nom: 'les logements manquants',
    lecture: compte(null, 'un nombre de logements'),
    decisive: 'sauf situation connue',
    tournures: 'manquant | deficit | lls deficitaire | logement deficitaire',
    toleres: 'manquant deficit logement lls total publie retenu reel actuel pourcent atteindre tranche estime arrondi',
    additive: true,
  },
  taux_rattrapage: {
    nom: 'le taux de rattrapage',
    lecture: pourcentage('un taux de 0 à 100 %'),
    decisive: 'sauf situation connue',
    tournures: 'taux rattrapage | rattrapage pourcent',
    toleres: 'legal reference applicable tranche pourcent',
    etendue: true,
  },
  objectif_reference: {
    nom: 'l’objectif de référence',
    lecture: compte(0, 'un nombre de logements positif ou nul'),
    decisive: 'oui',
    tournures:
      'objectif reference | objectif legal | objectif notifie | objectif initial | objectif recale | objectif horscontrat',
    toleres: 'reference legal notifie initial recale rattrapage logement lls total periode tranche pourcent',
    seules: 'reference',
    additive: true,
  },
  objectif_contrat: {
    nom: 'l’objectif du contrat',
    lecture: LOGEMENTS,
    decisive: 'oui',
    tournures:
      'objectif contrat | objectif abaisse | objectif retenu | objectif negocie | objectif propose | objectif adapte | objectif amenage | objectif final | objectif definitif | objectif revise | objectif valide | objectif arrete | objectif nouveau | objectif nouvel | objectif avenant | objectif engagement | objectif arbitrage | objectif arbitre | objectif vote',
    toleres:
      'contrat abaisse abaissant retenu negocie propose adapte amenage rattrapage logement lls total periode tranche pourcent apres avec selon nouvel nouveau signe inscrit fixe cible final definitif revise valide arrete avenant modifie engagement arbitrage arbitre vote copil hausse v1 v2 v3 version quantitatif',
    seules: 'avenant | engagement tranche | engagement contrat',
    additive: true,
  },
} as const satisfies Famille;
