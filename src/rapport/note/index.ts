export { abreger, type Long } from './abreger';
export type { Cadre, Dossier } from './cadre';
export { derogationsDe, type Derogation } from './derogations';
export type { Bloc, Note, Partie } from './document';
export { assembler, construireNote, extraire, type Extrait } from './note';
export { signataires } from './signataires';
export { noteEnHtml } from './html';
export { noteEnMarkdown } from './markdown';
