export { classeur as racine } from './classeur';
export { service } from './services';
