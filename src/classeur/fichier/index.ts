export { lireClasseur } from './lire-classeur';
export { ErreurDeFichier } from '../contenu';
