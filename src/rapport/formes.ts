import type { Long, Note } from './note';

/** Une note écrite, et les tableaux qu'elle n'a pas portés en entier. */
export interface NoteEcrite {
  readonly contenu: string | Uint8Array<ArrayBuffer>;
  readonly entiers: readonly Long[];
}

interface Forme {
  readonly libelle: string;
  /** Type MIME. */
  readonly type: string;
  /** @param ailleurs où se lit, entier, un tableau que cette forme abrège, à son rang parmi ceux-là */
  ecrire(note: Note, ailleurs: (rang: number) => string): Promise<NoteEcrite>;
}

const lesNotes = () => import(/* webpackChunkName: "note" */ './note');

/** Les formes d'une note, par leur extension : la ligne de commande, le volet et la page en dérivent. Chacune se charge quand elle s'écrit. */
export const FORMES = {
  docx: {
    libelle: 'Word ou LibreOffice',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ecrire: async (note, ailleurs) => {
      const [{ abreger }, { noteEnDocx }] = await Promise.all([
        lesNotes(),
        import(/* webpackChunkName: "docx" */ './note/docx'),
      ]);
      const { note: abregee, entiers } = abreger(note, ailleurs);
      return { contenu: new Uint8Array(await noteEnDocx(abregee)), entiers };
    },
  },
  html: {
    libelle: 'Page à imprimer',
    type: 'text/html;charset=utf-8',
    ecrire: async (note) => ({ contenu: (await lesNotes()).noteEnHtml(note), entiers: [] }),
  },
  md: {
    libelle: 'Texte',
    type: 'text/markdown;charset=utf-8',
    ecrire: async (note) => ({ contenu: (await lesNotes()).noteEnMarkdown(note), entiers: [] }),
  },
} as const satisfies Readonly<Record<string, Forme>>;

export type FormeDeNote = keyof typeof FORMES;
export const EXTENSIONS = Object.keys(FORMES) as FormeDeNote[];
/** « .docx, .html ou .md ». */
export const EXTENSIONS_EN_MOTS = new Intl.ListFormat('fr', { type: 'disjunction' }).format(
  EXTENSIONS.map((extension) => `.${extension}`),
);
