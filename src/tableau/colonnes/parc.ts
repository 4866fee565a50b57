import { CIBLES } from '../../droit';
import { estEntiere } from '../../nombres';
import { tauxCibleDe } from '../../regles';
import { entier, LOGEMENTS, pourcentage, type Famille, type LectureDeNombre } from './fiche';

const CIBLE: LectureDeNombre = {
  genre: 'nombre',
  attendu: `${CIBLES.join(' ou ')} %`,
  taux: true,
  convient: ({ valeur }) => estEntiere(valeur) && tauxCibleDe(valeur.numerateur / valeur.denominateur) !== null,
};

export const PARC = {
  population: {
    nom: 'la population',
    lecture: entier(0, 'un nombre entier d’habitants'),
    decisive: 'non',
    tournures: 'population | habitant',
    toleres: 'municipale totale legale insee publie vigueur recensement',
    additive: true,
  },
  residences_principales: {
    nom: 'les résidences principales',
    lecture: entier(1, 'un nombre entier de logements, au moins 1'),
    decisive: 'oui',
    tournures: 'rp',
    toleres: 'parc total logement insee publie pris compte decompte retenu reel reelle actuel dgfip th fiscal sens',
    additive: true,
  },
  logements_sociaux: {
    nom: 'les logements sociaux',
    lecture: LOGEMENTS,
    decisive: 'oui',
    tournures: 'lls',
    toleres:
      'parc stock total existant publie pris compte decompte comptabilise recense inventorie retenu communal reel actuel sens',
    additive: true,
  },
  taux_lls: {
    nom: 'le taux de logements sociaux',
    lecture: pourcentage('un taux de 0 à 100 %'),
    decisive: 'sauf situation connue',
    tournures: 'taux lls | taux sru dujour',
    toleres: 'rp parc total existant publie retenu reel actuel communal constate sens',
  },
  taux_cible: {
    nom: 'le taux cible',
    lecture: CIBLE,
    decisive: 'oui',
    tournures:
      'cible | taux legal | taux obligatoire | taux impose | taux atteindre | obligation legal taux | obligation legal pourcent | seuil sru | seuil legal',
    toleres: 'taux lls legal applicable atteindre pourcent tranche decret',
    etendue: true,
  },
} as const satisfies Famille;
