/// <reference types="office-js" />
import type { Laissee } from '../classeur';
import { SIGNATURE } from '../note';
import { lireReference } from './adresses';
import { commentairesDisponibles } from './capacites';
import { phraseDe, codeDe } from './erreurs';
import { laisser, plageDuLieu, type Lieu } from './suivies';

export interface Commentaire {
  readonly commentaire: Excel.Comment;
  readonly cellule: string;
  /** La feuille et l'adresse de la cellule. */
  readonly place: Pick<Lieu, 'nomDeFeuille' | 'adresse'>;
  /** L'un des nôtres, tel que nous l'avons écrit ou complété depuis. */
  readonly signe: boolean;
  /** Personne n'y a répondu. */
  readonly sansReponse: boolean;
}

export interface ACommenter {
  readonly lieu: Lieu;
  readonly texte: string;
}

/** @example celluleCommentee({ nomDeFeuille: 'Feuil1', adresse: 'B2' }) // « Feuil1!B2 » */
export const celluleCommentee = ({ nomDeFeuille, adresse }: Pick<Lieu, 'nomDeFeuille' | 'adresse'>): string =>
  `${nomDeFeuille}!${adresse}`;

/** Demande les commentaires du classeur ; à l'aller-retour suivant, s'il y en a, leur place et leurs réponses. */
export function demanderCommentaires(context: Excel.RequestContext): {
  nombre(): number;
  demanderPlaces(): () => readonly Commentaire[];
} {
  if (!commentairesDisponibles()) return { nombre: () => 0, demanderPlaces: () => () => [] };
  const { comments } = context.workbook;
  comments.load('items/id,items/content');
  return {
    nombre: () => comments.items.length,
    demanderPlaces() {
      const demandes = comments.items.map((commentaire) => {
        const place = commentaire.getLocation();
        place.load('address');
        return { commentaire, place, reponses: commentaire.replies.getCount() };
      });
      return () =>
        demandes.map(({ commentaire, place: { address }, reponses }) => {
          const { feuille, adresse } = lireReference(address) ?? { feuille: null, adresse: '' };
          const place = { nomDeFeuille: feuille ?? '', adresse };
          return {
            ...{ commentaire, place, cellule: celluleCommentee(place) },
            signe: commentaire.content.startsWith(SIGNATURE),
            sansReponse: reponses.value === 0,
          };
        });
    },
  };
}

export const commenter = (context: Excel.RequestContext, { lieu, texte }: ACommenter): void => {
  context.workbook.comments.add(plageDuLieu(context, lieu), SIGNATURE + texte);
};

/** Pose un à un les commentaires qu'un envoi groupé n'a pas pu poser. */
export async function commenterUnAUn(
  context: Excel.RequestContext,
  voulus: readonly ACommenter[],
): Promise<readonly Laissee[]> {
  const demande = demanderCommentaires(context);
  await context.sync();
  const places = demande.demanderPlaces();
  await context.sync();
  const poses = new Set(places().flatMap(({ signe, cellule }) => (signe ? cellule : [])));
  const laissees: Laissee[] = [];
  for (const voulu of voulus) {
    if (poses.has(celluleCommentee(voulu.lieu))) continue;
    try {
      commenter(context, voulu);
      await context.sync();
    } catch (erreur) {
      const raison = `Le fond est posé, non le commentaire. ${phraseDe(codeDe(erreur) ?? '')}`;
      laissees.push(laisser(voulu.lieu, raison));
    }
  }
  return laissees;
}
