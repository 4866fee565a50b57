export { ecrireXlsx, type Ecriture } from './ecriture';
export { lireXlsx, type Reste } from './lecture';
