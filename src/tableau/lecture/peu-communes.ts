const enCommun = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...b].filter((cle) => a.has(cle)).length;

/**
 * Deux morceaux d'un même tableau n'ont guère de commune en commun : une seule, écrite des deux côtés, est un doublon à dire ;
 * les mêmes, une autre version.
 */
export const peuCommunes = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  2 * enCommun(a, b) < Math.min(a.size, b.size);

/** Une seule commune, écrite des deux côtés, dans deux morceaux inégaux. */
export const unDoublon = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  enCommun(a, b) === 1 && a.size !== b.size;
