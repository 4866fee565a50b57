import type { Cellule, Plage } from '../../tableau';
import { ErreurDeFichier, ILLISIBLE, lireContenu } from '../contenu';
import { reemballer } from './reemballer';

export interface Demande {
  readonly octets: Uint8Array;
  /** Le nom du fichier, sans son extension. */
  readonly nom: string;
}

/** Une grille telle qu'elle passe d'un fil à l'autre. */
export interface FeuilleLue {
  readonly nom: string;
  readonly fusions: readonly Plage[];
  readonly cellules: readonly (readonly (Cellule | undefined)[])[];
}

/** Les feuilles, ou la phrase qui dit pourquoi il n'y en a pas. */
export type Reponse = { readonly feuilles: readonly FeuilleLue[] } | { readonly refus: string };

/** Lit les octets d'un classeur ; ne lève pas. */
export async function lireOctets({ octets, nom }: Demande): Promise<Reponse> {
  try {
    const grilles = await lireContenu(octets, nom, reemballer);
    const feuilles = grilles.map(({ nom: feuille, fusions, nombreDeLignes, ...grille }) => ({
      nom: feuille,
      fusions,
      cellules: Array.from({ length: nombreDeLignes }, (_, ligne) => {
        const rangee: (Cellule | undefined)[] = [];
        for (const colonne of grille.colonnes(ligne)) rangee[colonne] = grille.cellule(ligne, colonne);
        return rangee;
      }),
    }));
    return { feuilles };
  } catch (erreur) {
    return { refus: erreur instanceof ErreurDeFichier ? erreur.message : ILLISIBLE };
  }
}
