import type { Annuaire } from '../../annuaire/annuaire';
import { FORMES, type FormeDeNote } from '../../rapport/formes';
import { jourIso } from '../../rapport/jour';
import { reservesDe } from '../../rapport/reserves';
import { VERSION } from '../version';
import { controleDe, type TableauControle } from './controles';
import { tableauxDe, type Etat } from './etat';

/** Ce que l'agent emporte. */
export interface Document {
  readonly nom: string;
  readonly type: string;
  readonly contenu: string | Uint8Array<ArrayBuffer>;
}

/** La note d'un fichier contrôlé, celle de la ligne de commande. */
export async function noteDe(fichier: string, etat: Controle, forme: FormeDeNote, jour: Date): Promise<Document> {
  const { construireNote } = await import(/* webpackChunkName: "note" */ '../../rapport/note');
  const note = construireNote([dossierDe(fichier, etat, tableauxDe(etat))], cadreDe(etat, jour));
  const { type, ecrire } = FORMES[forme];
  const { contenu } = await ecrire(note, () => 'la note en page web (.html) les porte toutes');
  return { nom: nommer(fichier, 'note', forme), type, contenu };
}

/** Ce que des tableaux apportent à un document. */
export function dossierDe(titre: string, { feuilles }: Pick<Etat, 'feuilles'>, tableaux: readonly TableauControle[]) {
  const tenues = new Set(tableaux.flatMap((t) => t.tableau.pieces.map((piece) => piece.feuille)));
  return {
    titre,
    controles: tableaux.flatMap((t) => controleDe(t) ?? []),
    reserves: feuilles.filter((f) => tenues.has(f.feuille.nom)).flatMap((f) => reservesDe(f.feuille)),
    erreur: null,
  };
}

export const cadreDe = ({ annuaire }: Pick<Controle, 'annuaire'>, jour: Date) => ({
  date: jourIso(jour),
  version: VERSION,
  annuaire,
});

/** Un état lu et contrôlé. */
export type Controle = Pick<Etat, 'feuilles' | 'reglages'> & { readonly annuaire: Annuaire };

/** « grand-poitiers.xlsx » : « grand-poitiers-note.docx ». */
export const nommer = (fichier: string, quoi: string, extension: string): string =>
  `${fichier.replace(/(.)\.[^.]*$/, '$1')}-${quoi}.${extension}`;
