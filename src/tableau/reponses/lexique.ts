/** Les locutions d'une grammaire, rangées par leur premier mot, les plus longues d'abord. */
export interface Lexique<Genre extends string> {
  readonly locutions: ReadonlyMap<string, readonly Locution<Genre>[]>;
  readonly mots: ReadonlySet<string>;
  /** Des mots dont on reconnaît aussi les fautes de frappe d'une lettre. */
  readonly souples: readonly string[];
}

interface Locution<Genre> {
  readonly mots: readonly string[];
  readonly genre: Genre;
}

/**
 * @param entrees pour chaque genre, ses locutions séparées par des virgules ; « refuse+ » vaut aussi au féminin et au pluriel
 * @example lexique({ positif: ['oui, d accord, accepte+'] })
 */
export function lexique<Genre extends string>(
  entrees: Readonly<Record<Genre, readonly string[]>>,
  souples: readonly string[] = [],
): Lexique<Genre> {
  const locutions = new Map<string, Locution<Genre>[]>();
  for (const genre of Object.keys(entrees) as Genre[]) {
    for (const ecrite of entrees[genre].flatMap((liste) => liste.split(', ')).flatMap(flechir)) {
      const mots = ecrite.split(' ');
      const debut = locutions.get(mots[0]!) ?? [];
      locutions.set(mots[0]!, [...debut, { mots, genre }]);
    }
  }
  for (const debut of locutions.values()) debut.sort((a, b) => b.mots.length - a.mots.length);
  const mots = new Set([...locutions.values()].flat().flatMap((locution) => locution.mots));
  return { locutions, mots, souples };
}

const flechir = (locution: string): string[] =>
  locution.includes('+') ? ['', 'e', 's', 'es'].map((fin) => locution.replaceAll('+', fin)) : [locution];

export type Separateur = ',' | ':' | '/';
const estSeparateur = (jeton: string): jeton is Separateur => jeton === ',' || jeton === ':' || jeton === '/';

/** Le genre de chaque locution, dans l'ordre ; `hors` pour un jeton que la grammaire ne connaît pas. */
export function reconnaitre<Genre extends string>(
  jetons: readonly string[],
  { locutions, mots: connus, souples }: Lexique<Genre>,
): readonly (Genre | Separateur | 'hors')[] {
  const redresses = jetons.map((jeton) =>
    connus.has(jeton) ? jeton : (souples.find((mot) => aUneFaute(jeton, mot)) ?? jeton),
  );
  const genres: (Genre | Separateur | 'hors')[] = [];
  for (let i = 0; i < redresses.length;) {
    const jeton = redresses[i]!;
    const trouvee = locutions.get(jeton)?.find(({ mots }) => mots.every((mot, m) => redresses[i + m] === mot));
    genres.push(trouvee?.genre ?? (estSeparateur(jeton) ? jeton : 'hors'));
    i += trouvee?.mots.length ?? 1;
  }
  return genres;
}

/** Une lettre de trop, omise, changée, ou deux interverties ; jamais la première, qui change le sens : « raccord ». */
function aUneFaute(jeton: string, mot: string): boolean {
  if (jeton === mot || !jeton.startsWith(mot.charAt(0)) || Math.abs(jeton.length - mot.length) > 1) return false;
  let debut = 0;
  while (debut < mot.length && jeton[debut] === mot[debut]) debut++;
  const reste = (texte: string, saut: number) => texte.slice(debut + saut);
  if (jeton.length > mot.length) return reste(jeton, 1) === reste(mot, 0);
  if (jeton.length < mot.length) return reste(jeton, 0) === reste(mot, 1);
  const intervertis = jeton[debut] === mot[debut + 1] && jeton[debut + 1] === mot[debut];
  return reste(jeton, 1) === reste(mot, 1) || (intervertis && reste(jeton, 2) === reste(mot, 2));
}
