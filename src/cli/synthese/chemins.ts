import { basename, dirname, join, resolve, sep } from 'node:path';

/**
 * Chaque fichier depuis le dossier qui les tient tous : une synthèse circule, et où elle a été faite ne regarde que son auteur.
 * @example depuisLeurDossier(['/home/a/17/x.xlsx', '/home/a/86/y.xlsx']) // '17/x.xlsx' et '86/y.xlsx'
 */
export function depuisLeurDossier(fichiers: readonly string[]): ReadonlyMap<string, string> {
  const dossiers = fichiers.map((fichier) => dirname(resolve(fichier)).split(sep));
  const commun = dossiers.reduce((a, b) => a.slice(0, premiereDifference(a, b)), dossiers[0] ?? []);
  return new Map(
    fichiers.map((fichier, rang) => {
      // Deux lecteurs de Windows n'ont pas de dossier commun.
      const dossier = commun.length > 0 ? dossiers[rang]!.slice(commun.length) : [];
      return [fichier, join(...dossier, basename(fichier))];
    }),
  );
}

const premiereDifference = (a: readonly string[], b: readonly string[]): number => {
  const rang = a.findIndex((partie, i) => partie !== b[i]);
  return rang === -1 ? a.length : rang;
};
