import { ALENTOURS } from './alentours';
import { COLONNES } from './colonnes';
import { CONTEXTE } from './contexte';
import { ENTETES } from './entetes';
import { FORMATS } from './formats';
import { PIECES } from './pieces';
import type { Recriture } from './recriture';
import { VALEURS } from './valeurs';

export type { Recriture } from './recriture';

/** Toutes les récritures, dans l'ordre où elles s'appliquent : les cellules, les titres, les colonnes, le tour, les morceaux. */
export const RECRITURES: readonly Recriture[] = [
  ...VALEURS,
  ...ENTETES,
  ...COLONNES,
  ...ALENTOURS,
  ...CONTEXTE,
  ...PIECES,
  ...FORMATS,
];
