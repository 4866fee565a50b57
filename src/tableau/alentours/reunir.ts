import type { Alentours } from './types';

/** Ce qui entoure plusieurs morceaux, d'un seul tenant. */
export const reunir = (morceaux: readonly Alentours[]): Alentours => ({
  faits: morceaux.flatMap((m) => m.faits),
  sansEffet: morceaux.flatMap((m) => m.sansEffet),
  nonCompris: morceaux.flatMap((m) => m.nonCompris),
});
