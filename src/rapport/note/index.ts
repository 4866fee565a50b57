export { ecrireDate, type Cadre, type Dossier } from './cadre';
export { derogationsDe, type Derogation } from './derogations';
export type { Bloc, Note, Partie } from './document';
export { construireNote } from './note';
export { reservesDe } from './reserves';
export { signataires } from './signataires';
export { noteEnHtml } from './html';
export { noteEnMarkdown } from './markdown';
