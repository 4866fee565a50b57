export { dessinDeLaPage } from './de-la-page';
export type { Graphique, Portrait } from './modele';
export type { Noeud } from './noeud';
export { portraitDe } from './portrait';
export { portraitsEnSvg } from './svg';
