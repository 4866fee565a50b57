import type { CodeConstat } from '../../src/tableau';

/** Un tableau qui lève un constat. Un taux s'écrit en rapport ; `#REF!` pose l'erreur. */
export interface Cas {
  readonly code: CodeConstat;
  /** Ce qui est faux, et ce que le contrôle en dit. */
  readonly note: string;
  readonly entetes: readonly Entete[];
  readonly lignes: readonly (readonly (string | number | null)[])[];
  /** La formule du verdict, quand elle n'est pas `CIMS.VALIDER(tableau;"oui";"recueilli")` ; `null` : un tableau sans contrat n'en a pas. */
  readonly verdict?: readonly [fonction: 'CIMS.VALIDER' | 'CMS.VALIDER', ...contexte: string[]] | null;
}

export type Entete = keyof typeof E;

/** Les en-têtes, sous un nom court. */
export const E = {
  code: 'Code INSEE',
  commune: 'Commune',
  rp: 'Résidences principales',
  lls: 'Logements sociaux',
  taux: 'Taux LLS',
  cible: 'Taux cible',
  rang: 'Rang triennal',
  manquants: 'Logements manquants',
  rattrapage: 'Taux de rattrapage',
  reference: 'Objectif de référence',
  contrat: 'Objectif du contrat',
  accord: 'Accord de la commune',
  periodes: 'Périodes consécutives d’abaissement',
  prelevement: 'Soumise au prélèvement',
  plai: 'PLAI',
  pls: 'PLS',
  realises: 'Logements réalisés',
} as const;

/** Deux communes à 500 et 300 logements manquants, dont les références sont 165 et 99. */
export const A = ['Commune A', 10_000, 1500, 0.2] as const;
export const B = ['Commune B', 6000, 900, 0.2] as const;
/** Ce qu'il manque à la commune A, et son taux cible en pour cent. */
export const MANQUANTS = A[1] * A[3] - A[2];
export const CIBLE = 100 * A[3];
export const PARC = ['commune', 'rp', 'lls', 'cible'] as const;
export const CONTRAT = [...PARC, 'rang', 'contrat', 'accord', 'periodes'] as const;
export const ARRONDIE = [...PARC, 'rang', 'reference', 'contrat', 'accord', 'periodes'] as const;

/** Une feuille d'erreurs et ses tableaux. */
export interface Groupe {
  readonly feuille: string;
  readonly titre: string;
  readonly cas: readonly Cas[];
}
