/// <reference types="office-js" />
import { ErreurDeClasseur } from '../../classeur/classeur';
import { codeDe, lieuDe } from '../../classeur/excel/erreurs';

export type Verdict = 'conforme' | 'différent' | 'non essayé';

export interface Constat {
  readonly trouve: string;
  readonly verdict: Verdict;
}

/** Où un point s'essaie : la feuille provisoire, vidée avant chacun ; sans elle, ce qui la demande n'est pas essayé. */
export interface Chantier {
  readonly feuille: () => string;
  readonly plage: (context: Excel.RequestContext, adresse: string) => Excel.Range;
  /** Ce qu'un résultat d'Excel peut se faire attendre, en millisecondes. */
  readonly patience: number;
}

/** Ce qu'on dit d'un point ; `numero` est celui de docs/a-confirmer-dans-excel.md. */
export interface Enonce {
  readonly numero: number;
  readonly titre: string;
  readonly attendu: string;
}

export interface Point extends Enonce {
  readonly essayer: (chantier: Chantier) => Promise<Constat> | Constat;
}

export const juger = (conforme: boolean, trouve: string): Constat => ({
  trouve,
  verdict: conforme ? 'conforme' : 'différent',
});

/** Ce point ne peut pas s'essayer ici : la raison. */
export class NonEssaye extends Error {}

/** Ce qui a été levé. D'une erreur d'Office, son code et son lieu, jamais son message, qui peut citer le classeur. */
export function constatDe(erreur: unknown): Constat {
  if (erreur instanceof NonEssaye) return { trouve: erreur.message, verdict: 'non essayé' };
  const cause = erreur instanceof ErreurDeClasseur ? erreur.cause : erreur;
  const code = codeDe(cause);
  if (code !== null) return juger(false, [code, lieuDe(cause)].filter((mot) => mot !== '').join(', '));
  return juger(false, erreur instanceof Error ? erreur.message : String(erreur));
}
