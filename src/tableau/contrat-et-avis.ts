/** Ce que le tableau porte : une mutualisation (X), des abaissements (IX), ou aucun contrat. */
export const CONTRATS = ['cims', 'cms', 'aucun'] as const;
export type Contrat = (typeof CONTRATS)[number];

/**
 * L'avis de la commission nationale SRU : recueilli, à recueillir (avant l'envoi), manquant alors que le contrat est conclu, ou recueilli
 * et défavorable.
 */
export const AVIS = ['recueilli', 'a-recueillir', 'manquant', 'defavorable'] as const;
export type Avis = (typeof AVIS)[number];
