/// <reference types="office-js" />
import { plageDe, type Note } from '../../tableau';
import { notesDe } from '../note';
import { lireReference } from './adresses';
import { commentairesDisponibles, peut } from './capacites';

/** Les commentaires de chaque feuille. */
type Notes = ReadonlyMap<string, readonly Note[]>;

/**
 * Demande, dans la requête en cours, les fils de discussion et les notes de ces feuilles ; ce qui est rendu se lit après elle. Sans
 * aller-retour s'il n'y en a pas ; un de plus sinon, pour leur place et leurs réponses.
 */
export function demanderNotes(context: Excel.RequestContext, feuilles: readonly string[]): () => Promise<Notes> {
  const demandees = feuilles.map((id) => {
    const feuille = context.workbook.worksheets.getItem(id);
    const fils = commentairesDisponibles() ? feuille.comments : null;
    const notes = peut('notes') ? feuille.notes : null;
    fils?.load('items/id,items/content');
    notes?.load('items/content,items/authorName');
    return { id, fils, notes };
  });
  return async () => {
    const places = demandees.map(({ id, fils, notes }) => ({
      id,
      lues: [
        ...(fils?.items ?? []).map((fil) => {
          fil.replies.load('items/content');
          return { place: placer(fil), dits: () => [fil, ...fil.replies.items].map(({ content }) => content) };
        }),
        ...(notes?.items ?? []).map((note) => ({
          place: placer(note),
          auteur: note.authorName,
          dits: () => [note.content],
        })),
      ],
    }));
    if (places.some(({ lues }) => lues.length > 0)) await context.sync();
    return new Map(places.map(({ id, lues }) => [id, lues.flatMap(lire)]));
  };
}

interface Lue {
  readonly place: Excel.Range;
  readonly auteur?: string;
  readonly dits: () => readonly string[];
}

function placer(commentaire: Excel.Comment | Excel.Note): Excel.Range {
  const place = commentaire.getLocation();
  place.load('address');
  return place;
}

function lire({ place, auteur, dits }: Lue): Note[] {
  const { ligne, colonne } = plageDe(lireReference(place.address)?.adresse ?? '');
  return dits().flatMap((dit) => notesDe(ligne, colonne, dit, auteur));
}
