export { lireAccord } from './accord';
export { lireDrapeau, lireOuiNon } from './drapeau';
export { lireStatut, type Declaree } from './statut';
