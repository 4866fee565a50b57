// Jest demande un export par défaut.
export { preparer as default } from './outils/preparer';
