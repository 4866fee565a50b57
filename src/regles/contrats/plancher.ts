import type { Logements } from '../../nombres';
import type { Droit, IdReference, Palier, Rang } from '../../droit';
import { reductionMaximale } from '../cims/plancher';
import type { Sens } from '../cims/sens';
import { abaissementMaximal } from '../cms/plancher';

/** Le contrat qui porte un objectif : mutualisation (X), abaissement (IX), aucun. */
export type SorteDeContrat = 'cims' | 'cms' | 'aucun';

/** Ce dont le plancher d'une commune dépend, calculé ou repris d'un tableau ; `null` : inconnu. */
export interface SituationAuContrat {
  readonly rang: Rang;
  readonly reference: Logements | null;
  readonly manquants: Logements | null;
  readonly palier: Palier | null;
}

/**
 * Le plancher d'une commune dans un contrat, non arrondi : la moitié de sa référence (L. 302-8, X), une part de ses manquants (IX), sa
 * référence si elle est entrante (VIII) ; `null` sans contrat, ou s'il manque de quoi le connaître.
 */
export function plancherDuContrat(
  contrat: SorteDeContrat,
  { rang, reference, manquants, palier }: SituationAuContrat,
  droit: Droit,
): Logements | null {
  if (contrat === 'aucun' || !reference) return null;
  if (rang < 3) return reference;
  if (contrat === 'cims') return reductionMaximale(reference, droit);
  return manquants && palier ? abaissementMaximal(manquants, palier) : null;
}

const ARTICLES: Readonly<Record<SorteDeContrat, Readonly<Record<Exclude<Sens, 'égal'>, IdReference>>>> = {
  cims: { abaissé: 'L302-8-X', relevé: 'L302-8-X' },
  cms: { abaissé: 'L302-8-IX', relevé: 'L302-8-VII' },
  aucun: { abaissé: 'L302-8-VII', relevé: 'L302-8-VII' },
};

/** L'article qui permet, ou borne, un objectif abaissé ou relevé. */
export const articleDuSens = (contrat: SorteDeContrat, sens: Exclude<Sens, 'égal'>): IdReference =>
  ARTICLES[contrat][sens];
