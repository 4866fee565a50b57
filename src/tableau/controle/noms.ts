import type { Colonne } from '../colonnes';

/** Comment on nomme une colonne à un agent. */
export const NOMS: Readonly<Record<Colonne, string>> = {
  code_insee: 'le code INSEE',
  commune: 'le nom de la commune',
  epci: 'l’EPCI',
  population: 'la population',
  residences_principales: 'les résidences principales',
  logements_sociaux: 'les logements sociaux',
  taux_lls: 'le taux de logements sociaux',
  taux_cible: 'le taux cible',
  rang_triennal: 'le rang triennal',
  manquants: 'les logements manquants',
  taux_rattrapage: 'le taux de rattrapage',
  objectif_reference: 'l’objectif de référence',
  objectif_contrat: 'l’objectif du contrat',
  accord_commune: 'l’accord de la commune',
  periodes_consecutives_abaissees: 'les périodes consécutives d’abaissement',
  soumise_prelevement: 'la soumission au prélèvement',
  inconstructibilite: 'la part inconstructible',
  plai: 'les PLAI',
  pls: 'les PLS',
};
