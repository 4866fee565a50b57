import { lirePeriode, periodeDe, type Periode } from '../../droit';

/** Des années qui se suivent dans un texte, et leur place. */
export interface Suite {
  readonly debut: number;
  readonly fin: number;
  readonly index: number;
  readonly longueur: number;
}

const AN = '((?:19|20)\\d{2})';
const TROIS = new RegExp(`(?<!\\d)${AN} ?[-–—,/] ?${AN}(?: ?[-–—,/] ?| et )${AN}(?!\\d)`, 'g');
const DATES = new RegExp(
  `(?<!\\d)(?:0?1|1er)[/. ](?:0?1|janvier)[/. ]${AN} ?(?:au|[-–—]) ?31[/. ](?:12|d[ée]cembre)[/. ]${AN}(?!\\d)`,
  'gi',
);
const DEUX = new RegExp(`(?<![\\d/.])${AN} {0,2}(?:[-–—/_]|à|a|au|et) {0,2}((?:19|20)?\\d{2})(?![\\d%/])`, 'gi');
const COURTE = /(?<![\d/.,-])([012]\d) ?[-–—/] ?([0123]\d)(?![\d/.,%-])/g;

/** Toutes les suites d'années d'un texte : « 2026-2028 », « 2026 à 2028 », « 2026, 2027 et 2028 », « 01/01/2026 au 31/12/2028 ». */
export function suitesDe(texte: string): Suite[] {
  const suites: Suite[] = [];
  const prises = new Set<number>();
  const ajouter = (trouve: RegExpExecArray, debut: number, fin: number) => {
    const libre = ![...prises].some((i) => i >= trouve.index && i < trouve.index + trouve[0].length);
    if (fin <= debut || !libre) return;
    for (let i = 0; i < trouve[0].length; i++) prises.add(trouve.index + i);
    suites.push({ debut, fin, index: trouve.index, longueur: trouve[0].length });
  };
  for (const t of texte.matchAll(TROIS)) {
    const [a, b, c] = [Number(t[1]), Number(t[2]), Number(t[3])];
    if (b === a + 1 && c === b + 1) ajouter(t, a, c);
  }
  for (const t of texte.matchAll(DATES)) ajouter(t, Number(t[1]), Number(t[2]));
  for (const t of texte.matchAll(DEUX)) ajouter(t, Number(t[1]), Number(t[2]!.padStart(4, t[1])));
  return suites.sort((a, b) => a.index - b.index);
}

/** « 26-28 », qui n'est une période que sous un mot qui la nomme. */
export const suitesCourtes = (texte: string): Suite[] =>
  [...texte.matchAll(COURTE)]
    .map((t) => ({
      debut: 2000 + Number(t[1]),
      fin: 2000 + Number(t[2]),
      index: t.index,
      longueur: t[0].length,
    }))
    .filter((suite) => periodeDeLaSuite(suite) !== null);

export const periodeDeLaSuite = ({ debut, fin }: Pick<Suite, 'debut' | 'fin'>): Periode | null =>
  lirePeriode(`${debut}-${fin}`);

const ISOLEE = /(?<!\d)((?:19|20)\d{2})(?!\d)/g;

export const anneesDe = (texte: string): number[] => [...texte.matchAll(ISOLEE)].map(([annee]) => Number(annee));

/** La période qui commence cette année-là, s'il y en a une. */
export const periodeQuiDebute = (annee: number): Periode | null => {
  const periode = periodeDe(annee);
  return annee >= PREMIERE && periode.debut === annee ? periode : null;
};

const PREMIERE = 2002;
const DUREE = 3;

/** La énième période depuis 2002 : la neuvième est 2026-2028. */
export const periodeDeRang = (rang: number): Periode => ({ debut: PREMIERE + DUREE * (rang - 1) });
