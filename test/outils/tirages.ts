import fc from 'fast-check';
import { CIBLES, type Rang } from '../../src/droit';
import type { Situation } from '../../src/regles';

/** Graine fixe : chaque propriété se rejoue à l'identique ; fast-check l'affiche aussi quand il trouve un contre-exemple. */
export const PARAMETRES = { seed: 20260227, numRuns: 2000 } as const;

/** À joindre au titre d'une suite. */
export const TIRAGES = `graine ${PARAMETRES.seed}, ${PARAMETRES.numRuns} tirages`;

export const verifier = <T extends [unknown, ...unknown[]]>(
  arbitraires: { [K in keyof T]: fc.Arbitrary<T[K]> },
  propriete: (...valeurs: T) => void,
) =>
  fc.assert(
    fc.property<T>(...arbitraires, (...valeurs) => void propriete(...valeurs)),
    PARAMETRES,
  );

const cible = fc.constantFrom(...CIBLES);
const residences = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 200, max: 200_000 }),
  fc.integer({ min: 1, max: 1_000_000 }).map((centaines) => 100 * centaines),
  fc.integer({ min: 1, max: 100_000_000 }),
);

/** Les logements sociaux, de préférence près d'un seuil (cible, cible − 2, cible − 4) ou sous la cible. */
const sociaux = (rp: number, tauxCible: number) =>
  fc
    .oneof(
      fc
        .record({ seuil: fc.constantFrom(0, 2, 4), pas: fc.integer({ min: -2, max: 2 }) })
        .map(({ seuil, pas }) => Math.round(((tauxCible - seuil) * rp) / 100) + pas),
      fc.integer({ min: 0, max: Math.ceil((tauxCible * rp) / 100) }),
      fc.integer({ min: 0, max: rp }),
    )
    .map((lls) => Math.min(rp, Math.max(0, lls)));

/** Une commune de n'importe quel rang, déficitaire ou non. */
export const commune: fc.Arbitrary<Situation> = fc.tuple(residences, cible).chain(([rp, tauxCible]) =>
  fc.record({
    residencesPrincipales: fc.constant(rp),
    logementsSociaux: sociaux(rp, tauxCible),
    tauxCible: fc.constant(tauxCible),
    rang: fc.constantFrom<Rang>(0, 1, 2, 3, 3, 3),
  }),
);

export const communeDeDroitCommun = commune.map((s): Situation => ({ ...s, rang: 3 }));
