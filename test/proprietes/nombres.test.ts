import fc from 'fast-check';
import {
  arrondir,
  comparer,
  difference,
  ecrire,
  fraction,
  lireFlottant,
  lireNombre,
  produit,
  somme,
} from '../../src/nombres';
import { ecritureExacte } from '../outils/valeurs';
import { TIRAGES, verifier } from '../outils/tirages';

const quelconque = fc
  .tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
  .map(([n, d]) => fraction(n, d));
const petite = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 40_000 }))
  .map(([n, d]) => fraction(n, d));
const demie = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => fraction(2 * n + 1, 2));

const grands = ({ numerateur, denominateur }: { numerateur: number; denominateur: number }) =>
  [BigInt(numerateur), BigInt(denominateur)] as const;

describe(`nombres exacts (${TIRAGES})`, () => {
  it('arrondis : INFERIEUR ≤ PROCHE ≤ SUPERIEUR, à moins de 1, 0,5 vers le haut', () => {
    verifier([fc.oneof(quelconque, petite, demie)], (f) => {
      const [n, d] = grands(f);
      const modes = [arrondir(f, 'INFERIEUR'), arrondir(f, 'PROCHE'), arrondir(f, 'SUPERIEUR')];
      const [inferieur, proche, superieur] = modes.map(BigInt) as [bigint, bigint, bigint];
      expect(inferieur * d <= n && n < (inferieur + 1n) * d).toBe(true);
      expect((superieur - 1n) * d < n && n <= superieur * d).toBe(true);
      expect(2n * proche * d - d <= 2n * n && 2n * n < 2n * proche * d + d).toBe(true);
    });
  });

  it('somme, différence et produit sont ceux des entiers BigInt', () => {
    verifier([petite, petite], (a, b) => {
      const [[an, ad], [bn, bd]] = [grands(a), grands(b)];
      const egales = (f: typeof a, n: bigint, d: bigint) => grands(f)[0] * d === n * grands(f)[1];
      expect(egales(somme(a, b), an * bd + bn * ad, ad * bd)).toBe(true);
      expect(egales(difference(a, b), an * bd - bn * ad, ad * bd)).toBe(true);
      expect(egales(produit(a, b), an * bn, ad * bd)).toBe(true);
    });
  });

  it('la comparaison est celle des entiers BigInt, jusqu’aux plus grands', () => {
    const voisines = quelconque.map((f) => [f, fraction(f.numerateur, Math.max(1, f.denominateur - 1))] as const);
    verifier([fc.oneof(fc.tuple(quelconque, quelconque), fc.tuple(petite, petite), voisines)], ([a, b]) => {
      const [[an, ad], [bn, bd]] = [grands(a), grands(b)];
      const ecart = an * bd - bn * ad;
      expect(Math.sign(comparer(a, b))).toBe(ecart < 0n ? -1 : ecart > 0n ? 1 : 0);
    });
  });

  it('relit ce qu’il écrit', () => {
    verifier([fc.integer({ min: 0, max: 10_000_000_000 }), fc.constantFrom(1, 10, 100, 1000, 10_000)], (n, d) => {
      const f = fraction(n, d);
      expect(ecritureExacte(lireNombre(ecrire(f, 4))!.valeur)).toBe(ecritureExacte(f));
    });
  });

  it('lit tout texte et tout flottant sans lever', () => {
    const decimal = fc.stringMatching(/^[+\u2212-]?[0-9]{1,18}[.,][0-9]{1,20} ?%?$/);
    const infime = fc.stringMatching(/^0[.,]0{8,20}[0-9]{1,6}$/);
    const petit = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.nat(20)).map(([x, n]) => x * 10 ** -n);
    verifier([fc.oneof(fc.string(), decimal, infime), fc.oneof(fc.double(), petit)], (texte, nombre) => {
      for (const lu of [lireNombre(texte), lireFlottant(nombre)]) {
        expect(lu === null || Number.isSafeInteger(lu.valeur.denominateur)).toBe(true);
      }
    });
  });
});
