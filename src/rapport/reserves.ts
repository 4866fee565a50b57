import { abreger, nettoyer, normaliser, type Grille } from '../tableau';

const RESERVE = /\b(?:reconstitu\w*|illustration|ficti(?:f|fs|ve|ves)|estimations?|provisoires?|simulation)\b/;
const LONGUEUR = 600;
const NOMBRE = 6;

/** Les réserves qu'une feuille porte sur ses propres chiffres (« reconstitution », « provisoire »…), dans ses mots. */
export function reservesDe(grille: Grille): string[] {
  const reserves = new Set<string>();
  for (let ligne = 0; ligne < grille.nombreDeLignes; ligne++) {
    for (const colonne of grille.colonnes(ligne)) {
      const valeur = grille.cellule(ligne, colonne)?.valeur;
      if (typeof valeur === 'string' && RESERVE.test(normaliser(valeur)))
        reserves.add(abreger(nettoyer(valeur), LONGUEUR));
      if (reserves.size === NOMBRE) return [...reserves];
    }
  }
  return [...reserves];
}
