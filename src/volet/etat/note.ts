import type { Annuaire } from '../../annuaire/annuaire';
import { jourIso } from '../../rapport/jour';
import { reservesDe } from '../../rapport/reserves';
import { VERSION } from '../version';
import { controleDe } from './controles';
import { tableauxDe, type Etat } from './etat';

/** Ce que l'agent emporte. */
export interface Document {
  readonly nom: string;
  readonly type: string;
  readonly contenu: string | Uint8Array<ArrayBuffer>;
}

export type FormeDeNote = 'docx' | 'html' | 'md';

const TYPES: Readonly<Record<FormeDeNote, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
};

/** La note d'un fichier contrôlé, celle de la ligne de commande. */
export async function noteDe(fichier: string, etat: Controle, forme: FormeDeNote, jour: Date): Promise<Document> {
  const { abreger, construireNote, noteEnHtml, noteEnMarkdown } = await import(
    /* webpackChunkName: "note" */ '../../rapport/note'
  );
  const { feuilles, annuaire } = etat;
  const tenues = new Set(tableauxDe(etat).flatMap((t) => t.tableau.pieces.map((piece) => piece.feuille)));
  const dossier = {
    titre: fichier,
    controles: tableauxDe(etat).flatMap((t) => controleDe(t) ?? []),
    reserves: feuilles.filter((f) => tenues.has(f.feuille.nom)).flatMap((f) => reservesDe(f.feuille)),
    erreur: null,
  };
  const note = construireNote([dossier], { date: jourIso(jour), version: VERSION, annuaire });
  const rendre = (contenu: Document['contenu']) => ({
    nom: nommer(fichier, 'note', forme),
    type: TYPES[forme],
    contenu,
  });
  if (forme === 'html') return rendre(noteEnHtml(note));
  if (forme === 'md') return rendre(noteEnMarkdown(note));
  const { noteEnDocx } = await import(/* webpackChunkName: "docx" */ '../../rapport/note/docx');
  const { note: abregee } = abreger(note, () => 'la note en page web (.html) les porte toutes');
  return rendre(new Uint8Array(await noteEnDocx(abregee)));
}

/** Un état lu et contrôlé. */
export type Controle = Pick<Etat, 'feuilles' | 'reglages'> & { readonly annuaire: Annuaire };

/** « grand-poitiers.xlsx » : « grand-poitiers-note.docx ». */
export const nommer = (fichier: string, quoi: string, extension: string): string =>
  `${fichier.replace(/(.)\.[^.]*$/, '$1')}-${quoi}.${extension}`;
