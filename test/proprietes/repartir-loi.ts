import type { CommuneARepartir, Critere } from '../../src/regles';

/**
 * La répartition redite sans rien de `src` : les contraintes sont des conditions qu'un vecteur d'entiers remplit ou non, les critères
 * des listes de nombres exacts à comparer dans l'ordre du dictionnaire. Les références sont exactes, en soixantièmes.
 */
export const soixantiemes = ({ reference }: CommuneARepartir): number =>
  (60 / reference.denominateur) * reference.numerateur;
const estNulle = (c: CommuneARepartir): boolean => soixantiemes(c) === 0 || c.manquants?.numerateur === 0;
const sommer = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);
const borner = (x: number, { bas, haut }: Bornes): number => Math.min(haut, Math.max(bas, x));

/** Les objectifs qui ne changent pas une référence : ses arrondis, sauf zéro. */
export function arrondis(c: CommuneARepartir): Bornes {
  if (estNulle(c)) return { bas: 0, haut: 0 };
  return { bas: Math.max(1, Math.floor(soixantiemes(c) / 60)), haut: Math.ceil(soixantiemes(c) / 60) };
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
 * passer ; sans eux, le total, et chercher plus haut ne trouverait rien de mieux.
 */
export function plafonds(communes: readonly CommuneARepartir[], total: number): number[] {
  return communes.map((c) => {
    if (estNulle(c)) return 0;
    const manquants = c.manquants ? Math.ceil(c.manquants.numerateur / c.manquants.denominateur) : total;
    return Math.max(manquants, arrondis(c).haut, c.minimum ?? 0);
  });
}

export interface Bornes {
  readonly bas: number;
  readonly haut: number;
}

/** Les valeurs que des contraintes laissent à chaque commune, cherchées une à une ; `null` si l'une n'en a pas. */
export function bornesDe(
  communes: readonly CommuneARepartir[],
  total: number,
  admet: (contrainte: string) => boolean = () => true,
): Bornes[] | null {
  const propres = contraintes(communes, total).filter((c) => !c.nom.startsWith('TOTAL') && admet(c.nom));
  const bornes = plafonds(communes, total).map((plafond, i) => {
    const siennes = propres.filter((c) => c.nom.endsWith(` ${communes[i]!.nom}`));
    const admises = Array.from({ length: plafond + 1 }, (_, n) => n).filter((n) =>
      siennes.every((c) => c.tient(communes.map((__, j) => (j === i ? n : 0)))),
    );
    return admises.length > 0 ? { bas: admises[0]!, haut: admises.at(-1)! } : null;
  });
  return bornes.every((b) => b !== null) ? bornes : null;
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

/** Pour chaque commune, le plus petit objectif que la loi permette et qui ne soit pas une baisse. */
function sansBaisse(communes: readonly CommuneARepartir[], total: number): number[] {
  const legales = bornesDe(communes, total, (nom) => /^(MOITIE|ENTRANTE|DUREE) /.test(nom))!;
  return communes.map((c, i) => Math.max(legales[i]!.bas, arrondis(c).bas));
}

/** Hors MINIMAL, le total permet à toutes de tenir leur référence, si les maximums le permettent. */
export function totalVise(
  communes: readonly CommuneARepartir[],
  total: number,
  critere: Critere,
  bornes: readonly Bornes[],
): number {
  if (critere === 'MINIMAL') return total;
  const [bas, hauts] = [bornes.map((b) => b.bas), bornes.map((b) => b.haut)].map(sommer);
  return Math.max(total, bas!, Math.min(sommer(sansBaisse(communes, total)), hauts!));
}

/** La part exacte de chaque commune, `numerateurs` sur `diviseur`. */
export interface Parts {
  readonly numerateurs: readonly bigint[];
  readonly diviseur: bigint;
}

/**
 * La part exacte de chaque commune, λ fois sa référence mais entre ses bornes, de somme `total` : λ est cherché en flottants, puis le
 * résultat vérifié en entiers. CAPACITE ne dépasse pas les projets tant qu'ils suffisent, et les remplit sinon ; puis, autant que le
 * total le permet, rien ne sort des arrondis des références.
 */
export function partsExactes(
  communes: readonly CommuneARepartir[],
  total: number,
  critere: 'PROPORTIONNEL' | 'CAPACITE',
  initiales: readonly Bornes[],
): Parts {
  const vers = (bornes: readonly Bornes[], cibles: readonly number[]) => cibles.map((n, i) => borner(n, bornes[i]!));
  const resserrer = (bornes: readonly Bornes[], bas: readonly number[], hauts: readonly number[]): Bornes[] => {
    const [versBas, versHaut] = [vers(bornes, bas), vers(bornes, hauts)];
    return bornes.map((b, i) => ({
      bas: sommer(versBas) <= total ? versBas[i]! : b.bas,
      haut: sommer(versHaut) >= total ? versHaut[i]! : b.haut,
    }));
  };
  const projets = communes.map((c) => c.projets ?? 0);
  const bornes = resserrer(
    critere === 'CAPACITE' ? resserrer(initiales, projets, projets) : initiales,
    sansBaisse(communes, total),
    communes.map((c) => arrondis(c).haut),
  );
  const poids = communes.map(soixantiemes);
  const a = (lambda: number) => poids.map((w, i) => borner(lambda * w, bornes[i]!));
  let [trop, peu] = [1, 0];
  while (sommer(a(trop)) < total && trop < 1e9) trop *= 2;
  for (let tour = 0; tour < 200; tour++) {
    const milieu = (trop + peu) / 2;
    if (sommer(a(milieu)) < total) peu = milieu;
    else trop = milieu;
  }
  const libres = poids.map((w, i) => {
    const b = bornes[i]!;
    return b.bas < b.haut && b.bas - 1e-6 <= trop * w && trop * w <= b.haut + 1e-6;
  });
  const fixes = a(trop).map((n, i) => (libres[i] ? 0 : n));
  const diviseur = BigInt(sommer(poids.filter((_, i) => libres[i]))) || 1n;
  const partage = BigInt(total - sommer(fixes));
  const numerateurs = poids.map((w, i) => (libres[i] ? BigInt(w) * partage : BigInt(fixes[i]!) * diviseur));
  numerateurs.forEach((n, i) => {
    const [min, max] = [BigInt(bornes[i]!.bas) * diviseur, BigInt(bornes[i]!.haut) * diviseur];
    const part = BigInt(poids[i]!) * partage;
    const ramenee = part < min ? min : part > max ? max : part;
    // Sans part libre, λ n'importe pas : chacune est à une borne.
    if (n !== ramenee && libres.some(Boolean)) throw new Error('λ mal trouvé');
  });
  if (numerateurs.reduce((s, n) => s + n, 0n) !== BigInt(total) * diviseur) throw new Error('parts de mauvaise somme');
  return { numerateurs, diviseur };
}

type Score = readonly (number | bigint)[];

/** Ce qu'un critère minimise, terme à terme, l'ordre du tableau en dernier. `vise` : le total auquel les parts exactes se mesurent. */
export function scoreur(
  communes: readonly CommuneARepartir[],
  vise: number,
  critere: Critere,
  bornes: readonly Bornes[],
): (x: readonly number[]) => Score {
  const s = communes.map(soixantiemes);
  const permis = communes.map(arrondis);
  const parts =
    critere === 'PROPORTIONNEL' || critere === 'CAPACITE' ? partsExactes(communes, vise, critere, bornes) : null;
  return (x) => {
    const somme = (f: (x: number, i: number) => number) => sommer(x.map(f));
    const ecart = (n: number, i: number) => n - borner(n, permis[i]!);
    const total = sommer(x);
    const ordre = x.map((n) => -n);
    const effort = () => x.reduce((t, n, i) => t + (BigInt(n) * parts!.diviseur - parts!.numerateurs[i]!) ** 2n, 0n);
    switch (critere) {
      case 'MINIMAL':
        return [
          somme((n, i) => Number(ecart(n, i) !== 0)),
          somme((n, i) => Number(ecart(n, i) > 0 && communes[i]!.accord !== true)),
          somme((n, i) => ecart(n, i) ** 2),
          total,
          somme((n, i) => (ecart(n, i) > 0 ? s[i]! - 60 * bornes[i]!.haut : 0)),
          somme((n, i) => (60 * n - s[i]!) ** 2),
          ...ordre,
        ];
      case 'PROPORTIONNEL':
        return [total, effort(), ...ordre];
      case 'CAPACITE':
        return [total, somme((n, i) => Math.max(0, n - (communes[i]!.projets ?? 0))), effort(), ...ordre];
      case 'EQUITABLE':
        return [total, ...x.map((n, i) => 60 * n - s[i]!).sort((a, b) => b - a), ...ordre];
    }
  };
}

export function comparerScores(a: Score, b: Score): number {
  for (const [i, va] of a.entries()) {
    const vb = b[i]!;
    if (va !== vb) return va < vb ? -1 : 1;
  }
  return 0;
}
