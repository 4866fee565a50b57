import { entier, MONTANT, type Famille } from './fiche';

export const FISCALITE = {
  potentiel_fiscal_habitant: {
    nom: 'le potentiel fiscal par habitant',
    lecture: MONTANT,
    decisive: 'non',
    tournures: 'potentiel fiscal habitant | pf habitant | pfh',
    toleres: 'potentiel fiscal euro taxe',
  },
  depenses_fonctionnement: {
    nom: 'les dépenses réelles de fonctionnement',
    lecture: MONTANT,
    decisive: 'non',
    tournures: 'depense fonctionnement | drf',
    toleres: 'depense reelle fonctionnement euro',
  },
  attributions: {
    nom: 'les attributions',
    lecture: entier(0, 'un nombre entier d’attributions'),
    decisive: 'non',
    tournures: 'attribution',
    toleres: 'logement total annuelle annuel',
  },
} as const satisfies Famille;
