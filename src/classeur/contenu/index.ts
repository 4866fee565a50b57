export { CHIFFRE, ErreurDeFichier, ILLISIBLE, VIDE } from './erreur';
export { lireContenu, type Sas } from './lire-contenu';
export { borner } from './limites';
export { estGardeDOds, verifierOds } from './ods';
