import fc from 'fast-check';
import { DERNIERE_PERIODE, DROIT_EN_VIGUEUR as DROIT } from '../../src/droit';
import {
  comparer,
  dateDuNumero,
  difference,
  ecrireDate,
  fraction,
  lireDate,
  moisAvant,
  somme,
  versNombre,
} from '../../src/nombres';
import {
  cibleAtteinte,
  clauseMixite,
  flux,
  objectifDAttributions,
  prelevement,
  prelevementMajore,
  programme,
  reportDuSurplus,
  tauxPlancher,
  trajectoire,
  type Comptes,
  type Situation,
} from '../../src/regles';
import { commune, communeDeDroitCommun, TIRAGES, verifier } from '../outils/tirages';
import { accepte } from '../outils/valeurs';

const centimes = (max: number) => fc.integer({ min: 0, max }).map((n) => fraction(n, 100));
const comptes = fc.record({
  potentielFiscalHabitant: fc.integer({ min: 0, max: 5_000_000_000 }).map((n) => fraction(n, 1_000_000)),
  depensesFonctionnement: centimes(50_000_000_000),
  depensesDeductibles: fc.oneof(fc.constant(fraction(0)), centimes(100_000_000)),
  report: fc.oneof(fc.constant(fraction(0)), centimes(10_000_000)),
});
const enCentimes = (f: { numerateur: number; denominateur: number }): bigint =>
  (BigInt(f.numerateur) * 100n) / BigInt(f.denominateur);

describe(`prélèvement (${TIRAGES})`, () => {
  /** L'article en entiers, sans rien arrondir avant la fin : tout est en `unites` de centime. */
  function refait(s: Situation, c: Comptes): { brut: bigint; seuil: bigint; centimes: bigint } {
    const centiemes = BigInt(s.tauxCible) * BigInt(s.residencesPrincipales) - 100n * BigInt(s.logementsSociaux);
    const { numerateur, denominateur } = c.potentielFiscalHabitant;
    const unites = 100n * 100n * BigInt(denominateur);
    // 25 % × potentiel × manquants, ceux-ci en centièmes de logement
    const brut = 100n * 25n * BigInt(numerateur) * (centiemes > 0n ? centiemes : 0n);
    const plafond = (5n * enCentimes(c.depensesFonctionnement) * unites) / 100n;
    const plafonne = brut < plafond ? brut : plafond;
    const seuil = 400_000n * unites;
    const solde =
      (plafonne < seuil ? 0n : plafonne) - (enCentimes(c.depensesDeductibles) + enCentimes(c.report)) * unites;
    // un plafond ne se dépasse pas d'un centime ; sinon le centime le plus proche, 0,5 vers le haut
    const double = brut > plafond ? 2n * solde : 2n * solde + unites;
    const reste = ((double % (2n * unites)) + 2n * unites) % (2n * unites);
    return { brut, seuil, centimes: (double - reste) / (2n * unites) };
  }

  it('est celui de l’article refait en entiers BigInt, arrondi au centime à la fin', () => {
    let preleves = 0;
    verifier([commune, comptes], (s, c) => {
      const { centimes } = refait(s, c);
      const rendu = accepte(prelevement(s, c, DROIT));
      expect(enCentimes(rendu.valeur)).toBe(centimes > 0n ? centimes : 0n);
      expect(enCentimes(rendu.surplus)).toBe(centimes < 0n ? -centimes : 0n);
      if (centimes > 0n) preleves++;
    });
    expect(preleves).toBeGreaterThan(100);
  });

  it('est nul juste sous 4 000 €, si près que ce soit, et dû à partir de 4 000 €', () => {
    const dus = [0, 0];
    verifier([commune, fc.integer({ min: -2, max: 2 })], (s, ecart) => {
      const centiemes = s.tauxCible * s.residencesPrincipales - 100 * s.logementsSociaux;
      fc.pre(centiemes >= 100_000);
      const potentiel = Number((4000n * 4n * 100n * 10n ** 9n) / BigInt(centiemes)) + ecart;
      const c = {
        potentielFiscalHabitant: fraction(potentiel, 10 ** 9),
        depensesFonctionnement: fraction(10 ** 9),
        depensesDeductibles: fraction(0),
        report: fraction(0),
      };
      const { brut, seuil, centimes } = refait(s, c);
      const rendu = versNombre(accepte(prelevement(s, c, DROIT)).valeur);
      expect(rendu).toBe(brut < seuil ? 0 : Number(centimes) / 100);
      dus[brut < seuil ? 0 : 1]!++;
    });
    expect(Math.min(...dus)).toBeGreaterThan(50);
  });

  it('un euro de dépenses déductibles ne retire jamais plus d’un euro, et rien ne se perd', () => {
    verifier([commune, comptes], (s, c) => {
      const rendu = accepte(prelevement(s, c, DROIT));
      const sans = accepte(prelevement(s, { ...c, depensesDeductibles: fraction(0), report: fraction(0) }, DROIT));
      const depenses = somme(c.depensesDeductibles, c.report);
      expect(comparer(difference(sans.valeur, rendu.valeur), depenses)).toBeLessThanOrEqual(0);
      expect(comparer(somme(rendu.valeur, depenses), somme(sans.valeur, rendu.surplus))).toBe(0);
    });
  });

  it('le report est le quotient au-delà de trois, deux sinon', () => {
    verifier([fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 5000 })], (aides, obligation) => {
      const quotient = (3n * BigInt(aides) + BigInt(obligation) - 1n) / BigInt(obligation);
      const attendu = quotient > 3n ? Number(quotient) : 2;
      expect(versNombre(accepte(reportDuSurplus(aides, fraction(obligation), DROIT)).valeur)).toBe(attendu);
    });
  });
});

describe(`carence (${TIRAGES})`, () => {
  const objectif = fc.integer({ min: 1, max: 10_000 });

  it('le taux plancher est le pour-cent entier qui couvre juste la part non réalisée', () => {
    verifier([objectif, fc.integer({ min: -100, max: 10_100 })], (o, r) => {
      const { valeur } = accepte(tauxPlancher(o, r, DROIT));
      const manque = Math.max(0, o - Math.max(0, r));
      const pourcent = Math.round(versNombre(valeur) * 100);
      expect(pourcent * o).toBeGreaterThanOrEqual(100 * manque);
      expect((pourcent - 1) * o).toBeLessThan(100 * manque + (manque === 0 ? 1 : 0));
      expect(pourcent).toBeLessThanOrEqual(100);
    });
  });

  it('le prélèvement majoré ne dépasse aucun de ses trois plafonds et en atteint un', () => {
    const taux = fc.integer({ min: 0, max: 600 }).map((n) => fraction(n, 100));
    verifier([centimes(100_000_000), taux, centimes(10_000_000_000), fc.boolean()], (p, t, depenses, eleve) => {
      const base = enCentimes(p);
      const rendu = prelevementMajore(p, t, depenses, eleve, DROIT);
      // L. 302-7 plafonne déjà le prélèvement à 5 % des dépenses
      if (base > (enCentimes(depenses) * 5n) / 100n) return expect(rendu).toMatchObject({ refus: 'VALEUR' });
      const majore = enCentimes(accepte(rendu).valeur);
      const parTaux = (2n * base * (100n + BigInt(Math.round(versNombre(t) * 100))) + 100n) / 200n;
      const parDepenses = (enCentimes(depenses) * (eleve ? 75n : 50n)) / 1000n;
      const attendu = [parTaux, 5n * base, parDepenses].reduce((a, b) => (b < a ? b : a));
      expect(majore).toBe(attendu);
    });
  });

  it('une opération de plus de 12 logements doit toujours au moins un logement social', () => {
    verifier(
      [fc.integer({ min: 13, max: 2000 }), fc.constantFrom('carencée' as const, 'exemptée' as const)],
      (n, s) => {
        const part = versNombre(accepte(programme(n, null, s, DROIT)).valeur);
        expect(Math.ceil(part)).toBeGreaterThanOrEqual(4);
        expect(part / n).toBeCloseTo(s === 'carencée' ? 0.3 : 0.25, 10);
      },
    );
  });
});

describe(`trajectoire, attributions, clause de mixité (${TIRAGES})`, () => {
  it('sans croissance, monte jusqu’à la cible et ne redescend jamais', () => {
    verifier([communeDeDroitCommun], (s) => {
      const h = {
        croissance: fraction(0),
        sorties: 0,
        premiere: DERNIERE_PERIODE,
        periodes: 24,
        realisation: fraction(1),
      };
      const etats = accepte(trajectoire(s, h));
      expect(cibleAtteinte(etats)).toBe(true);
      const taux = etats.map((e) => versNombre(e.tauxFinal));
      expect(taux.every((t, i) => i === 0 || t > taux[i - 1]!)).toBe(true);
      const paliers = etats.map((e) => e.rattrapage.pourcent);
      expect([...paliers].sort((a, b) => a - b)).toEqual(paliers);
    });
  });

  it('atteint veut dire que la part est au moins le seuil', () => {
    const baux = fc.integer({ min: 1, max: 5000 });
    verifier([baux, fc.nat({ max: 5000 })], (n, p) => {
      fc.pre(p <= n);
      const f = accepte(flux(n, p, 'publics'));
      expect(accepte(objectifDAttributions(f, 'horsQpv', DROIT)).remplie).toBe(4 * p >= n);
      expect(accepte(objectifDAttributions(f, 'enQpv', DROIT)).remplie).toBe(2 * p >= n);
    });
  });

  it('à partir de 10 logements, le minimum couvre 30 % et le maximum ne dépasse pas 10 %', () => {
    verifier([fc.integer({ min: 10, max: 5000 })], (n) => {
      const operation = { logements: n, modestes: null, aises: null, sansSubvention: null, qpv: null };
      const { minimumModestes: min, maximumAises: max } = accepte(clauseMixite(operation, DROIT));
      expect(10 * min >= 3 * n && 10 * (min - 1) < 3 * n && 10 * max <= n && 10 * (max + 1) > n).toBe(true);
    });
  });

  it('une date se relit, et ses mois se retranchent un à un', () => {
    verifier([fc.integer({ min: 10_000, max: 100_000 }), fc.integer({ min: 1, max: 60 })], (numero, mois) => {
      const date = dateDuNumero(numero)!;
      expect(lireDate(ecrireDate(date))).toEqual(date);
      const premier = { ...date, jour: 1 };
      const pas = Array.from({ length: mois }).reduce<typeof premier>((d) => moisAvant(d, 1), premier);
      expect(moisAvant(premier, mois)).toEqual(pas);
    });
  });
});
