import type { FeuilleAEcrire } from '../classeur/feuille-a-ecrire';
import type { BilanDUneFeuille, Jour } from '../rapport/bilan-national';
import type { Cadre, Extrait } from '../rapport/note';
import type { Fiche } from '../rapport/fiche';
import type { Lettres } from '../rapport/lettres';
import type { Portrait } from '../rapport/portrait';
import type { Projet } from '../rapport/projet';
import type { ResultatFichier } from '../rapport/resultat';
import type { Verdict } from '../tableau';
import type { ResumeFichier } from './synthese/resume';
import type { OptionsVerifier } from './verifier';

/** De quoi dater et nommer ce qu'on tire d'un fichier. */
export type Etablie = Omit<Cadre, 'annuaire'> & { readonly titre: string };

/** Comment écrire dans le terminal. */
export interface StyleDemande {
  readonly couleurs: boolean;
  readonly largeur: number;
}

/** Ce qu'on veut savoir d'un fichier contrôlé ; une forme absente n'est pas mise en mots. */
export interface Formes {
  readonly texte?: StyleDemande;
  readonly json?: true;
  readonly resume?: true;
  readonly objectifs?: true;
  readonly note?: Etablie;
  readonly projet?: Etablie;
  readonly portrait?: Etablie;
  readonly lettres?: true;
  readonly fiche?: Etablie & { readonly commune: string };
  readonly bilan?: Jour;
}

export interface Tache {
  readonly fichier: string;
  readonly options: OptionsVerifier;
  readonly formes: Formes;
}

/** Un fichier contrôlé, en données seules : elles passent d'un fil à l'autre. */
export interface Rendu {
  readonly fichier: string;
  readonly verdict: Verdict | null;
  readonly erreur: string | null;
  /** Un texte par tableau. */
  readonly textes?: readonly string[];
  readonly resultat?: ResultatFichier;
  readonly resume?: ResumeFichier;
  readonly extrait?: Extrait;
  readonly projet?: Projet;
  /** Un portrait par tableau. */
  readonly portrait?: Etablie & { readonly portraits: readonly Portrait[] };
  readonly lettres?: Lettres;
  readonly fiche?: Fiche;
  /** Une feuille par inventaire publié. */
  readonly objectifs?: readonly FeuilleAEcrire[];
  /** Un par tableau qui en porte un, aux titres du ministère. */
  readonly bilans?: readonly BilanDUneFeuille[];
}

/** Le rendu d'un fichier qui n'a pas pu être contrôlé. */
export const sansResultat = (fichier: string, erreur: string): Rendu => ({ fichier, verdict: null, erreur });
