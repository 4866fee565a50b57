import { FONCTIONS } from '../../src/fonctions/registre';
import { ErreurDeCellule } from '../../src/fonctions/valeurs';

const enPlage = (a: unknown): unknown[][] | null =>
  a === undefined || a === null ? null : Array.isArray(a) ? (a as unknown[][]) : [[a]];

/** Appelle une fonction comme Excel : chaque argument en plage, un argument absent nul. */
export async function appeler(nom: string, ...args: unknown[]): Promise<unknown[][]> {
  return FONCTIONS[nom]!(args.map(enPlage));
}

/** La première cellule, ou « #CODE! phrase » si elle, ou tout l'appel, est en erreur ; sans espaces insécables. */
export async function cellule(nom: string, ...args: unknown[]): Promise<unknown> {
  const valeur = await appeler(nom, ...args).then(
    (plage) => plage[0]![0],
    (erreur: unknown) => erreur,
  );
  if (valeur instanceof ErreurDeCellule) return `${valeur.code} ${sansInsecables(valeur.message)}`;
  if (valeur instanceof Error) throw valeur;
  return typeof valeur === 'string' ? sansInsecables(valeur) : valeur;
}

export const sansInsecables = (texte: string): string => texte.replace(/[\u202f\u00a0]/g, ' ');
