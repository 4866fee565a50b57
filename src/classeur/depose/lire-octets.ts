import { ErreurDeFichier, feuilleLueDe, ILLISIBLE, lireContenu, type FeuilleLue, type Gardes } from '../contenu';

export interface Demande {
  readonly octets: Uint8Array;
  /** Le nom du fichier, sans son extension. */
  readonly nom: string;
}

/** Les feuilles, telles qu'elles passent d'un fil à l'autre, et ce que le classeur garde ; ou la phrase qui dit pourquoi il n'y en a pas. */
export type Reponse =
  { readonly feuilles: readonly FeuilleLue[]; readonly gardes: Gardes } | { readonly refus: string };

/** Lit les octets d'un classeur ; ne lève pas. */
export async function lireOctets({ octets, nom }: Demande): Promise<Reponse> {
  try {
    const { feuilles, gardes } = await lireContenu(octets, nom);
    return { feuilles: feuilles.map(feuilleLueDe), gardes };
  } catch (erreur) {
    return { refus: erreur instanceof ErreurDeFichier ? erreur.message : ILLISIBLE };
  }
}
