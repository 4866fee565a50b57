import { typographier } from '../../../nombres';
import { DU_BILAN } from './bilan';
import { DE_LA_COHERENCE } from './coherence';
import { DE_L_ENSEMBLE } from './ensemble';
import { DE_L_INVENTAIRE } from './inventaire';
import { DE_LA_LECTURE } from './lecture';
import { DE_L_OBJECTIF } from './objectif';

export type { Gravite } from './declaration';

/** Les constats par sujet, dans l'ordre où le guide les range. */
export const SUJETS = {
  'Lecture du tableau': DE_LA_LECTURE,
  'Cohérence des colonnes': DE_LA_COHERENCE,
  'Objectif de chaque commune': DE_L_OBJECTIF,
  'Réalisations et typologie': DU_BILAN,
  Ensemble: DE_L_ENSEMBLE,
  'Inventaire publié': DE_L_INVENTAIRE,
} as const;

/** Tous les constats : chaque code public, et tout ce qu'il dit. */
export const CONSTATS = {
  ...DE_LA_LECTURE,
  ...DE_LA_COHERENCE,
  ...DE_L_OBJECTIF,
  ...DU_BILAN,
  ...DE_L_ENSEMBLE,
  ...DE_L_INVENTAIRE,
} as const;

export type CodeConstat = keyof typeof CONSTATS;
export type Details<C extends CodeConstat> = Parameters<(typeof CONSTATS)[C]['message']>[0];

export const CODES = Object.keys(CONSTATS) as CodeConstat[];

type Dire<C extends CodeConstat> = (d: Details<C>) => string;

/** La phrase d'un constat ; la correspondance entre le code et ses détails est tenue par le type. */
export const phrase = <C extends CodeConstat>(code: C, details: Details<C>): string =>
  typographier((CONSTATS[code].message as Dire<C>)(details));

/** Ce que l'agent peut faire d'un constat, en une phrase. */
export const correctionDe = <C extends CodeConstat>({
  code,
  details,
}: {
  readonly code: C;
  readonly details: Details<C>;
}): string => typographier((CONSTATS[code].correction as Dire<C>)(details));
