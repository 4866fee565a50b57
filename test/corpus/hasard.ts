/** Un hasard qui se rejoue : la même graine donne les mêmes choix. */
export interface Hasard {
  entier(borne: number): number;
  choisir<T>(choix: readonly T[]): T;
  melanger<T>(liste: readonly T[]): T[];
}

/** Mulberry32. */
export function hasardDe(graine: number): Hasard {
  let etat = graine >>> 0;
  const tirer = () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = etat;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const entier = (borne: number) => Math.floor(tirer() * borne);
  return {
    entier,
    choisir: (choix) => choix[entier(choix.length)]!,
    melanger: (liste) =>
      liste
        .map((element) => ({ element, poids: tirer() }))
        .sort((a, b) => a.poids - b.poids)
        .map(({ element }) => element),
  };
}
