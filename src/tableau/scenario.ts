import type { NombreLu } from '../nombres';
import type { Cellule } from './grille';
import { lireNombreDe, type ColonneNombre, type Lecture } from './lecture/cellules';
import type { Ligne } from './lecture/ligne';
import type { Tableau } from './lecture/tableaux';

/**
 * Le tableau, son objectif de contrat remplacé ; tout le reste est ce que l'agent a écrit. Un objectif s'y lit comme dans une cellule :
 * vide, illisible, entier. Le total que l'agent affiche pour sa propre colonne n'y est plus.
 */
export function avecObjectifs(tableau: Tableau, objectifDe: (ligne: Ligne) => Cellule['valeur']): Tableau {
  const { total } = tableau;
  const lignes = tableau.lignes.map((ligne) => avec(ligne, lireObjectif(objectifDe(ligne))));
  return {
    ...tableau,
    lignes,
    total: total && avec(total, { etat: 'vide' }),
    colonnes: new Set([...tableau.colonnes, 'objectif_contrat']),
    ambigues: new Map([...tableau.ambigues].filter(([colonne]) => colonne !== 'objectif_contrat')),
  };
}

/** Un objectif tapé, lu comme le serait la cellule. */
export const lireObjectif = (valeur: Cellule['valeur']): Lecture<NombreLu> =>
  lireNombreDe('objectif_contrat', { valeur }, false);

type Nombres = Partial<Record<ColonneNombre, Lecture<NombreLu>>>;

const avec = <L extends { readonly nombres: Nombres }>(ligne: L, objectif_contrat: Lecture<NombreLu>): L => ({
  ...ligne,
  nombres: { ...ligne.nombres, objectif_contrat },
});
