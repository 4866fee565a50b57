import { abreger, nettoyer, type Grille } from '../../tableau';

const RESERVE = /reconstitu/i;
const LONGUEUR = 400;

/** La phrase par laquelle une feuille dit que ses chiffres sont reconstitués, `null` si elle ne le dit pas. */
export function reserveDe(feuille: Grille): string | null {
  for (let ligne = 0; ligne < feuille.nombreDeLignes; ligne++) {
    for (const colonne of feuille.colonnes(ligne)) {
      const valeur = feuille.cellule(ligne, colonne)?.valeur;
      if (typeof valeur === 'string' && RESERVE.test(valeur)) return abreger(nettoyer(valeur), LONGUEUR);
    }
  }
  return null;
}
