import { TEXTE, type Famille } from './fiche';

export const IDENTITE = {
  code_insee: {
    nom: 'le code INSEE',
    lecture: TEXTE,
    decisive: 'oui',
    tournures: 'insee | code commune | code geographique',
    toleres: 'code geo identifiant',
  },
  commune: {
    nom: 'le nom de la commune',
    lecture: TEXTE,
    decisive: 'oui',
    tournures: 'commune',
    appui: 'territoire',
    toleres: 'nom libelle intitule liste deficitaire concernee soumis membre signataire insee epci tranche',
  },
  epci: {
    nom: 'l’EPCI',
    lecture: TEXTE,
    decisive: 'oui',
    tournures: 'epci | intercommunalite | communaute | groupement',
    toleres: 'nom libelle rattachement appartenance fiscalite propre agglomeration urbaine ept metropole',
    etendue: true,
  },
} as const satisfies Famille;
