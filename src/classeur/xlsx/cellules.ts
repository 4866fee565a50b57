import type { Cell } from 'write-excel-file/universal';

/** Ce qu'une cellule peut contenir ; un texte reste un texte, même s'il commence par « = ». */
const TEXTE_MAXIMUM = 32_000;

export const mot = (texte: string) => ({
  type: String,
  value: texte.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ').slice(0, TEXTE_MAXIMUM),
});

export const enTetes = (titres: readonly string[]): Cell[] =>
  titres.map((titre) => ({
    ...mot(titre),
    fontWeight: 'bold',
    backgroundColor: '#DDEBF7',
    wrap: true,
    alignVertical: 'center',
  }));
