import fc from 'fast-check';
import { fraction } from '../../src/nombres';
import type { Rang } from '../../src/droit';
import type { CommuneARepartir } from '../../src/regles';

const rare = <T>(arbitraire: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: arbitraire });

/** Une commune quelconque, dont la référence est un nombre de soixantièmes de logement, jusqu'à `echelle` logements. */
export const commune = (echelle: number): fc.Arbitrary<CommuneARepartir> =>
  fc
    .record({
      soixantiemes: fc.oneof(
        fc.integer({ min: 1, max: 60 * echelle }),
        fc.integer({ min: 1, max: echelle }).map((n) => 60 * n),
        fc.constantFrom(0, 30),
      ),
      part: fc.constantFrom(null, null, 0, 1, 2, 3),
      rang: fc.constantFrom<Rang>(0, 1, 2, 3, 3, 3, 3, 3),
      periodes: fc.constantFrom(null, 0, 1, 2, 3),
      accord: fc.constantFrom(true, true, null, false),
      minimum: rare(fc.nat({ max: echelle })),
      maximum: rare(fc.nat({ max: 2 * echelle })),
      projets: rare(fc.nat({ max: 2 * echelle })),
    })
    .map(({ soixantiemes, part, ...reste }) => ({
      ...reste,
      nom: '',
      reference: fraction(soixantiemes, 60),
      manquants: part === null ? null : fraction(soixantiemes * part, 60),
    }));

export const communes = (nombre: { min: number; max: number }, echelle: number): fc.Arbitrary<CommuneARepartir[]> =>
  fc
    .array(commune(echelle), { minLength: nombre.min, maxLength: nombre.max })
    .map((tirees) => tirees.map((c, i) => ({ ...c, nom: `C${i}` })));
