import fc from 'fast-check';
import { VERDICTS } from '../../src/tableau';
import { controle, resumer } from '../outils/tableau';
import { commune, TIRAGES, verifier } from '../outils/tirages';

const ENTETES = [
  'Commune',
  'Résidences principales',
  'Logements sociaux',
  'Taux cible',
  'Rang triennal',
  'Objectif du contrat',
  'Accord de la commune',
];
const NOMS = [...'ABCDEFGHIJKL'];

/** Des lignes bien lues, d'objectif quelconque autour de l'ordre de grandeur de la référence. */
const lignes = fc
  .array(fc.tuple(commune, fc.double({ min: 0, max: 1.2, noNaN: true }), fc.constantFrom('oui', 'non', '')), {
    minLength: 3,
    maxLength: 12,
  })
  .map((tirees) =>
    tirees.map(([{ residencesPrincipales: rp, logementsSociaux: lls, tauxCible, rang }, part, accord], i) => {
      const manque = Math.max(0, (tauxCible * rp) / 100 - lls);
      return [NOMS[i], rp, lls, tauxCible, rang, Math.round(part * manque), accord];
    }),
  );

/** Ce qu'une cellule peut porter en vrai, lisible ou non. */
const cellule = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000_000 }),
  fc.integer({ min: -1_000_000, max: 100_000_000 }).map((n) => n / 10_000),
  fc.constantFrom('', null, 'n.c.', '-', '#REF!', true, false, '16 %', '0,165', '1\u202f234', 'oui', 'Total', 'à voir'),
  fc.string({ maxLength: 12 }),
);

/** Chaque colonne et ce qui s'y lit d'ordinaire ; une cellule sur quatre porte autre chose. */
const TOUTES: Record<string, fc.Arbitrary<unknown>> = {
  'Résidences principales': fc.integer({ min: 1, max: 100_000 }),
  'Logements sociaux': fc.integer({ min: 0, max: 20_000 }),
  'Taux cible': fc.constantFrom(20, 25, '20 %', 0.25),
  'Rang triennal': fc.integer({ min: 0, max: 4 }),
  'Objectif du contrat': fc.integer({ min: 0, max: 500 }),
  'Accord de la commune': fc.constantFrom('oui', 'non', ''),
  Population: fc.integer({ min: 1500, max: 100_000 }),
  'Taux LLS': fc.integer({ min: 0, max: 3000 }).map((n) => n / 100),
  'Logements manquants': fc.integer({ min: -50, max: 5000 }),
  'Taux de rattrapage': fc.constantFrom(33, 50, 100, '33 %'),
  'Objectif de référence': fc.integer({ min: 0, max: 500 }),
  'Périodes consécutives d’abaissement': fc.integer({ min: 0, max: 5 }),
  Inconstructibilité: fc.integer({ min: 0, max: 100 }),
  PLAI: fc.integer({ min: 0, max: 200 }),
  PLS: fc.integer({ min: 0, max: 200 }),
};

describe(`contrôle d’un tableau (${TIRAGES})`, () => {
  it('ne dépend pas de l’ordre des lignes', () => {
    const lire = (rangees: unknown[][]) => {
      const resultat = controle(ENTETES, rangees);
      return { verdict: resultat.verdict, constats: resumer(resultat).sort() };
    };
    verifier([lignes, fc.infiniteStream(fc.nat())], (rangees, poids) => {
      const melangees = rangees
        .map((rangee) => ({ rangee, poids: poids.next().value }))
        .sort((a, b) => a.poids - b.poids)
        .map(({ rangee }) => rangee);
      expect(lire(melangees)).toEqual(lire(rangees));
    });
  });

  it('relever un objectif n’ajoute ni réduction excessive ni total insuffisant', () => {
    const codes = ['REDUCTION_EXCESSIVE', 'TOTAL_INSUFFISANT', 'ENTRANTE_ABAISSEE'];
    verifier([lignes, fc.nat(), fc.integer({ min: 1, max: 500 })], (rangees, rang, hausse) => {
      const i = rang % rangees.length;
      const relevees = rangees.map((r, j) => (j === i ? [...r.slice(0, 5), Number(r[5]) + hausse, 'oui'] : r));
      const [avant, apres] = [rangees, relevees].map((r) => resumer(controle(ENTETES, r), ...codes));
      expect(apres!.filter((constat) => !avant!.includes(constat))).toEqual([]);
    });
  });

  it('rend un verdict pour des cellules quelconques, sans lever', () => {
    const valeurs = Object.values(TOUTES).map((usuelle) =>
      fc.oneof({ weight: 3, arbitrary: usuelle }, { weight: 1, arbitrary: cellule }),
    );
    const colonnes = fc.subarray([...valeurs.keys()], { minLength: 3 });
    const contrat = fc.constantFrom('cims', 'cms', 'aucun');
    const tableau = colonnes.chain((retenues) =>
      fc.record({
        entetes: fc.constant(['Commune', ...retenues.map((c) => Object.keys(TOUTES)[c]!)]),
        rangees: fc.array(fc.tuple(...retenues.map((c) => valeurs[c]!)), { minLength: 1, maxLength: 6 }),
      }),
    );
    verifier([tableau, contrat], ({ entetes, rangees }, porte) => {
      const nommees = rangees.map((rangee, i) => [NOMS[i], ...rangee]);
      const { verdict } = controle(entetes, nommees, { contrat: porte });
      expect(VERDICTS).toContain(verdict);
    });
  });
});
