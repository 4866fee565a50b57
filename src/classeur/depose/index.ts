export { classeurDepose, type ClasseurDepose } from './classeur-depose';
export { lireFichier, sansExtension } from './lire-fichier';
