import { jugerCas, manquements, type Cas } from './cas';
import { GENRES } from './genres';

describe.each(Object.entries(GENRES))('%s', (_, cas: readonly Cas[]) => {
  it.each(cas.map((c) => [c.titre, c] as const))('%s', async (_titre, c) => {
    expect(manquements(c, await jugerCas(c))).toEqual([]);
  });
});

describe('le corpus', () => {
  it('a au moins quatre cents cas, chacun titré une fois dans son genre', () => {
    const titres = Object.entries(GENRES).flatMap(([genre, cas]) => cas.map((c) => `${genre} : ${c.titre}`));
    expect(titres.filter((t, i) => titres.indexOf(t) !== i)).toEqual([]);
    expect(titres.length).toBeGreaterThanOrEqual(400);
  });
});
