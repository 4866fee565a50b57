// Jest demande un export par défaut.
export { ranger as default } from './outils/preparer';
