import fc from 'fast-check';
import { bascule, enClair, jugerOriginal, jugerTirage, originalDe, ORIGINAUX, tirages } from '../corpus/bascules';
import { RECRITURES } from '../corpus/recritures';
import { PARAMETRES, TIRAGES } from '../outils/tirages';

describe('les originaux', () => {
  it.each(ORIGINAUX.map((o) => [o.nom, o] as const))('%s : jugé comme la loi le veut', (_, original) => {
    const { verdict, constats } = jugerOriginal(original);
    const bloquants = constats.filter((c) => c.gravite === 'bloquant').map((c) => c.code);
    expect({ verdict, bloquants: [...new Set(bloquants)] }).toEqual({
      verdict: original.verdict,
      bloquants: original.code ? [original.code] : [],
    });
  });

  it('au moins soixante récritures, chacune nommée une fois', () => {
    const noms = RECRITURES.map((r) => r.nom);
    expect(new Set(noms).size).toBe(noms.length);
    expect(noms.length).toBeGreaterThanOrEqual(60);
  });
});

describe(`sans bascule (${TIRAGES})`, () => {
  it('écrit autrement, un tableau garde son verdict, ou fait poser une question', async () => {
    await fc.assert(
      fc.asyncProperty(tirages, async (tirage) => {
        const defaut = bascule(tirage, await jugerTirage(tirage));
        if (defaut) throw new Error(`${defaut} : ${originalDe(tirage).nom}, ${enClair(tirage)}`);
      }),
      PARAMETRES,
    );
  }, 120_000);
});
