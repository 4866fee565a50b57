/// <reference types="office-js" />
import { executer } from './executer';

/** Demande un réglage dans la requête en cours ; à lire après `sync`. */
export function demanderReglage(context: Excel.RequestContext, cle: string): () => unknown {
  const reglage = context.workbook.settings.getItemOrNullObject(cle);
  reglage.load('value');
  return () => (reglage.isNullObject ? null : (reglage.value as unknown));
}

/** Garde, ou efface si `valeur` est `null`, un réglage dans la requête en cours. */
export function poserReglage(context: Excel.RequestContext, cle: string, valeur: unknown): void {
  // Effacer ce qui n'existe pas est une erreur : un réglage vide s'écrit donc d'abord.
  const reglage = context.workbook.settings.add(cle, valeur ?? '');
  if (valeur === null || valeur === undefined) reglage.delete();
}

/** Efface un réglage qui existe, d'un seul coup : `poserReglage` le vide d'abord. */
export const effacerReglage = (context: Excel.RequestContext, cle: string): void =>
  context.workbook.settings.getItem(cle).delete();

/** Demande tous les réglages du classeur dans la requête en cours ; à lire après `sync`. */
export function demanderReglages(context: Excel.RequestContext): () => ReadonlyMap<string, unknown> {
  const { settings } = context.workbook;
  settings.load('items/key,items/value');
  return () => new Map(settings.items.map(({ key, value }) => [key, value as unknown]));
}

export const lireReglage = (cle: string): Promise<unknown> =>
  executer(async (context) => {
    const valeur = demanderReglage(context, cle);
    await context.sync();
    return valeur();
  });

export const garderReglage = (cle: string, valeur: unknown): Promise<void> =>
  executer(async (context) => {
    poserReglage(context, cle, valeur);
    await context.sync();
  });
