import type { Grille, Plage } from './grille';

const LIGNES_AU_PLUS = 60;
const COLONNES_AU_PLUS = 400;

/**
 * La feuille, ses lignes prises pour colonnes : des communes en colonnes, ou la fiche d'une commune (libellé, valeur). `null` si la
 * feuille est trop haute pour en être une.
 */
export function transposer(grille: Grille): Grille | null {
  const { nombreDeLignes } = grille;
  if (nombreDeLignes === 0 || nombreDeLignes > LIGNES_AU_PLUS) return null;
  const lignes = Array.from({ length: nombreDeLignes }, (_, ligne) => grille.colonnes(ligne));
  const colonnes = Math.max(-1, ...lignes.map((remplies) => remplies.at(-1) ?? -1)) + 1;
  if (colonnes > COLONNES_AU_PLUS) return null;
  const remplies = Array.from({ length: colonnes }, (): number[] => []);
  for (const [ligne, places] of lignes.entries()) for (const place of places) remplies[place]?.push(ligne);
  return {
    ...grille,
    nombreDeLignes: colonnes,
    fusions: grille.fusions.map(retourner),
    ...(grille.notes && {
      notes: grille.notes.map(({ ligne, colonne, texte }) => ({ ligne: colonne, colonne: ligne, texte })),
    }),
    cellule: (ligne, colonne) => grille.cellule(colonne, ligne),
    colonnes: (ligne) => remplies[ligne] ?? [],
    ligneMasquee: (ligne) => grille.colonneMasquee?.(ligne) ?? false,
    colonneMasquee: (colonne) => grille.ligneMasquee?.(colonne) ?? false,
    transposee: true,
  };
}

export const retourner = ({ ligne, colonne, ligneFin, colonneFin }: Plage): Plage => ({
  ligne: colonne,
  colonne: ligne,
  ligneFin: colonneFin,
  colonneFin: ligneFin,
});
