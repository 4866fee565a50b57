import { section, type Bloc } from '../note/document';

/** Un titre juste sous celui de la fiche, et ce qu'il coiffe ; rien s'il ne coiffe rien. */
export const chapitre = (texte: string, blocs: readonly Bloc[]): Bloc[] => section(texte, blocs, 2);
