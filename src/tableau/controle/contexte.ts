import type { Annuaire } from '../../annuaire/annuaire';
import type { Droit } from '../../droit';

/** Ce que le tableau porte : une mutualisation (X), des abaissements (IX), ou aucun contrat. */
export const CONTRATS = ['cims', 'cms', 'aucun'] as const;
export type Contrat = (typeof CONTRATS)[number];

/** L'avis de la commission nationale SRU : recueilli, à recueillir (avant l'envoi), ou manquant alors que le contrat est conclu. */
export const AVIS = ['recueilli', 'a-recueillir', 'manquant'] as const;
export type Avis = (typeof AVIS)[number];

/** Ce que le tableau ne dit pas ; `null` : non précisé. */
export interface Contexte {
  readonly droit: Droit;
  readonly contrat: Contrat;
  readonly plh: boolean | null;
  readonly avis: Avis | null;
  readonly annuaire: Annuaire;
}
