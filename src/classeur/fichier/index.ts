export { lireClasseur } from './lire-classeur';
export { ErreurDeFichier } from '../contenu';
export { decoder } from '../contenu/encodage';
