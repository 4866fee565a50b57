import type { Cellule } from '../../tableau';

/** Les erreurs de `Range.values`, anglaises quelle que soit la langue d'Excel, sous le nom que l'agent lit. */
const ERREURS: Readonly<Record<string, string>> = {
  '#NULL!': '#NUL!',
  '#DIV/0!': '#DIV/0!',
  '#VALUE!': '#VALEUR!',
  '#REF!': '#REF!',
  '#NAME?': '#NOM?',
  '#NUM!': '#NOMBRE!',
  '#N/A': '#N/A',
};
/** Celles que la lecture d'un fichier ne distingue pas non plus. */
const AUTRE_ERREUR =
  /^#(?:SPILL!|CALC!|BUSY!|GETTING_DATA|CONNECT!|BLOCKED!|FIELD!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!)$/;

export const NOM_INCONNU = '#NAME?';

/** L'erreur d'une cellule, ou `null` si sa valeur n'en est pas une. */
export function erreurDe(valeur: unknown): string | null {
  if (typeof valeur !== 'string' || !valeur.startsWith('#')) return null;
  return ERREURS[valeur] ?? (AUTRE_ERREUR.test(valeur) ? '#ERREUR' : null);
}

/** Une cellule, de sa valeur et de son format de nombre (notation anglaise) tels qu'Excel les rend. */
export function celluleExcel(valeur: unknown, format: unknown): Cellule | undefined {
  if (valeur === '' || valeur === null || valeur === undefined) return undefined;
  const erreur = erreurDe(valeur);
  if (erreur) return { valeur: null, erreur };
  const lue = valeur as string | number | boolean;
  if (typeof format !== 'string') return { valeur: lue };
  if (typeof lue === 'number' && estFormatDeDate(format)) return { valeur: ecrireJour(lue) };
  return format.includes('%') ? { valeur: lue, pourcent: true } : { valeur: lue };
}

const formatsDeDate = new Map<string, boolean>();

/** « dd/mm/yyyy », « [$-40C]d mmmm yyyy » ; ni « 0.00 "jour" », ni « # ##0\d ». */
export function estFormatDeDate(format: string): boolean {
  let estDate = formatsDeDate.get(format);
  if (estDate === undefined) {
    const nu = format.replace(/"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
    estDate = !/^general$/i.test(nu.trim()) && /[dmyhs]|\be+\b/i.test(nu.replace(/general/gi, ''));
    formatsDeDate.set(format, estDate);
  }
  return estDate;
}

const JOUR = 86_400_000;

/** Le jour que montre un numéro de série d'Excel, qui tient 1900 pour bissextile. */
export function ecrireJour(numero: number): string {
  const rang = numero < 60 ? numero + 1 : numero;
  return new Date(Date.UTC(1899, 11, 30) + rang * JOUR).toLocaleDateString('fr-FR', { timeZone: 'UTC' });
}
