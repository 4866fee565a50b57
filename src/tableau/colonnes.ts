/** Les colonnes que le contrôle connaît ; noms publics (`--colonne "En-tête=objectif_contrat"`). */
export const COLONNES = [
  'code_insee',
  'commune',
  'epci',
  'population',
  'residences_principales',
  'logements_sociaux',
  'taux_lls',
  'taux_cible',
  'rang_triennal',
  'manquants',
  'taux_rattrapage',
  'objectif_reference',
  'objectif_contrat',
  'accord_commune',
  'periodes_consecutives_abaissees',
  'soumise_prelevement',
  'soumise_sru',
  'deficitaire',
  'carencee',
  'exemptee',
  'statut',
  'prelevement',
  'inconstructibilite',
  'plai',
  'plus',
  'pls',
  'minimum_commune',
  'maximum_commune',
  'projets_identifies',
  'realises',
  'potentiel_fiscal_habitant',
  'depenses_fonctionnement',
  'attributions',
] as const;
export type Colonne = (typeof COLONNES)[number];

/** Ce qu'un inventaire publié dit de la situation d'une commune par oui ou non, 1 ou 0. */
export const DRAPEAUX = ['soumise_sru', 'deficitaire', 'carencee', 'exemptee'] as const satisfies readonly Colonne[];
export type Drapeau = (typeof DRAPEAUX)[number];

export const estColonne = (nom: string): nom is Colonne => (COLONNES as readonly string[]).includes(nom);

/** Une cellule fusionnée sur plusieurs lignes y vaut pour chacune ; jamais pour un nombre de logements, qu'on compterait deux fois. */
export const COLONNES_ETENDUES: ReadonlySet<Colonne> = new Set<Colonne>([
  'epci',
  'taux_cible',
  'rang_triennal',
  'taux_rattrapage',
  'accord_commune',
  'periodes_consecutives_abaissees',
  'soumise_prelevement',
]);

/** Les colonnes dont une ligne de total porte la somme. */
export const COLONNES_ADDITIVES = [
  'population',
  'residences_principales',
  'logements_sociaux',
  'manquants',
  'objectif_reference',
  'objectif_contrat',
  'plai',
  'pls',
  'minimum_commune',
  'maximum_commune',
  'projets_identifies',
] as const satisfies readonly Colonne[];
