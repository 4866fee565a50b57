import ecrireClasseur, { type Cell } from 'write-excel-file/node';
import { typographier } from '../nombres';
import type { Long } from '../rapport/note';
import { enTetes, mot } from '../classeur/xlsx/cellules';

/** Les tableaux et les listes qu'une note .docx n'a pas portés en entier : un par feuille, dans leur ordre. */
export const annexeEnXlsx = (entiers: readonly Long[]): Promise<Uint8Array> =>
  ecrireClasseur(
    entiers.map((bloc, i) => ({
      sheet: `${i + 1}`,
      ...(bloc.type === 'tableau'
        ? {
            data: [enTetes(bloc.colonnes.map((c) => c.titre)), ...bloc.lignes.map((l) => l.map(texte))],
            columns: bloc.colonnes.map(({ largeur }) => ({ width: Math.max(10, largeur) })),
          }
        : {
            data: [
              enTetes(['Sujet', 'Texte', 'Source']),
              ...bloc.elements.map((e) => [texte(e.sujet), texte(e.texte), texte(e.source)]),
            ],
            columns: [{ width: 30 }, { width: 110 }, { width: 40 }],
          }),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
    })),
  ).toBuffer();

const texte = (dit: string): Cell => mot(typographier(dit));
