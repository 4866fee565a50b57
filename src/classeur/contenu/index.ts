export { CHIFFRE, ErreurDeFichier, ILLISIBLE, VIDE } from './erreur';
export { feuilleLueDe, grilleDeFeuilleLue, type FeuilleLue } from './feuille-lue';
export type { Gardes } from './gardes';
export { lireContenu, type Choix, type ClasseurLu } from './lire-contenu';
export { borner, LIMITES } from './limites';
