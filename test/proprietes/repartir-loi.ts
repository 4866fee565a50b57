import type { CommuneARepartir, Critere } from '../../src/regles';

/**
 * La répartition redite sans rien de `src` : les contraintes sont des conditions qu'un vecteur d'entiers remplit ou non, les critères
 * des listes de nombres exacts à comparer dans l'ordre du dictionnaire. Les références sont des soixantièmes.
 */
const soixantiemes = ({ reference }: CommuneARepartir): number => (60 / reference.denominateur) * reference.numerateur;
const estNulle = (c: CommuneARepartir): boolean => soixantiemes(c) === 0 || c.manquants?.numerateur === 0;

/** Les références en logements entiers : les plus grandes fractions montent, autant que le total légal le demande. */
export function entieresDe(communes: readonly CommuneARepartir[]): number[] {
  const entieres = communes.map((c) => {
    const r = soixantiemes(c);
    if (estNulle(c)) return 0;
    return r < 60 || c.rang < 3 || c.periodes === 3 ? Math.ceil(r / 60) : Math.floor(r / 60);
  });
  const fractions = communes.map((c, i) => ({ i, f: estNulle(c) ? 0 : soixantiemes(c) - 60 * entieres[i]! }));
  for (;;) {
    const [suivante] = fractions.filter(({ f }) => f > 0).sort((a, b) => b.f - a.f || a.i - b.i);
    if (!suivante || entieres.reduce((a, b) => a + b, 0) >= totalLegal(communes)) return entieres;
    entieres[suivante.i]! += 1;
    suivante.f = 0;
  }
}

export interface Contrainte {
  readonly nom: string;
  readonly tient: (x: readonly number[]) => boolean;
}

export const totalLegal = (communes: readonly CommuneARepartir[]): number =>
  Math.ceil(communes.reduce((s, c) => s + soixantiemes(c), 0) / 60);

/** Toutes les contraintes, sauf celles que `plafonds` tient toujours. */
export function contraintes(communes: readonly CommuneARepartir[], total: number): Contrainte[] {
  const propres = communes.flatMap((c, i): Contrainte[] => {
    const de = (nom: string, tient: (x: number) => boolean) => ({
      nom: `${nom} ${c.nom}`,
      tient: (v: readonly number[]) => tient(v[i]!),
    });
    if (estNulle(c)) {
      return c.minimum ? [de('MINIMUM', (x) => x >= c.minimum!)] : [];
    }
    return [
      c.rang < 3
        ? de('ENTRANTE', (x) => 60 * x >= soixantiemes(c))
        : c.periodes === 3
          ? de('DUREE', (x) => 60 * x >= soixantiemes(c))
          : de('MOITIE', (x) => 120 * x >= soixantiemes(c)),
      ...(c.accord === false ? [de('ACCORD', (x) => 60 * (x - 1) < soixantiemes(c))] : []),
      ...(c.minimum === null ? [] : [de('MINIMUM', (x) => x >= c.minimum!)]),
      ...(c.maximum === null ? [] : [de('MAXIMUM', (x) => x <= c.maximum!)]),
    ];
  });
  return [{ nom: 'TOTAL null', tient: (x) => x.reduce((a, b) => a + b, 0) >= total }, ...propres];
}

/**
 * Zéro pour une commune non déficitaire, ailleurs les logements manquants, que la référence et le minimum de la commune peuvent
 * passer ; sans eux, `libre` borne la recherche.
 */
export function plafonds(communes: readonly CommuneARepartir[], libre: number): number[] {
  return communes.map((c) => {
    if (estNulle(c)) return 0;
    if (!c.manquants) return libre;
    return Math.max(
      Math.ceil(c.manquants.numerateur / c.manquants.denominateur),
      Math.ceil(soixantiemes(c) / 60),
      c.minimum ?? 0,
    );
  });
}

/** Tous les vecteurs d'entiers de 0 aux plafonds. */
export function* vecteurs(hauts: readonly number[]): Generator<number[]> {
  const x = hauts.map(() => 0);
  for (;;) {
    yield [...x];
    let i = x.length - 1;
    while (i >= 0 && x[i] === hauts[i]) x[i--] = 0;
    if (i < 0) return;
    x[i]! += 1;
  }
}

/** Hors MINIMAL, le total ne descend pas sous celui des références entières, si les maximums `hauts` le permettent. */
export function totalVise(
  communes: readonly CommuneARepartir[],
  total: number,
  critere: Critere,
  hauts: readonly number[],
): number {
  const [references, possible] = [entieresDe(communes), hauts].map((n) => n.reduce((a, b) => a + b, 0));
  return critere === 'MINIMAL' ? total : Math.max(total, Math.min(references!, possible!));
}

type Score = readonly (number | bigint)[];

/** Ce qu'un critère minimise, terme à terme. `hauts` : le plus que chaque commune puisse porter. */
export function score(
  x: readonly number[],
  communes: readonly CommuneARepartir[],
  critere: Critere,
  hauts: readonly number[],
): Score {
  const somme = (f: (x: number, c: CommuneARepartir, i: number) => number) =>
    communes.reduce((s, c, i) => s + f(x[i]!, c, i), 0);
  const r = entieresDe(communes);
  const total = somme((n) => n);
  const ordre = x.map((n) => -n);
  const actives = communes.flatMap((c, i) => (estNulle(c) ? [] : [{ a: BigInt(r[i]!), x: BigInt(x[i]!) }]));
  const effort = () => {
    const [A, X] = [actives.reduce((s, { a }) => s + a, 0n), actives.reduce((s, p) => s + p.x, 0n)];
    const produit = actives.reduce((p, { a }) => p * a, 1n);
    return actives.reduce((s, p) => s + ((p.x * A - X * p.a) ** 2n * produit) / p.a, 0n);
  };
  switch (critere) {
    case 'MINIMAL':
      return [
        somme((n, _, i) => Number(n !== r[i])),
        somme((n, c, i) => Number(n > r[i]! && c.accord !== true)),
        somme((n, _, i) => Math.abs(n - r[i]!)),
        somme((n, _, i) => (n - r[i]!) ** 2),
        somme((n, _, i) => (n > r[i]! ? r[i]! - hauts[i]! : 0)),
        ...ordre,
      ];
    case 'PROPORTIONNEL':
      return [total, effort(), ...ordre];
    case 'CAPACITE':
      return [total, somme((n, c) => Math.max(0, n - (c.projets ?? 0))), effort(), ...ordre];
    case 'EQUITABLE':
      return [total, ...x.map((n, i) => n - r[i]!).sort((a, b) => b - a), ...ordre];
  }
}

export function comparerScores(a: Score, b: Score): number {
  for (const [i, va] of a.entries()) {
    const vb = b[i]!;
    if (va !== vb) return va < vb ? -1 : 1;
  }
  return 0;
}
