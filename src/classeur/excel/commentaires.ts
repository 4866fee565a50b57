/// <reference types="office-js" />
import type { Laissee } from '../classeur';
import { SIGNATURE } from '../note';
import { lireReference } from './adresses';
import { commentairesDisponibles } from './capacites';
import { phraseDe, codeDe } from './erreurs';
import { laisser, plageDuLieu, type Lieu } from './suivies';

export interface Commentaires {
  /** Ceux que nous avons écrits et auxquels personne n'a répondu. */
  readonly aNous: readonly { readonly commentaire: Excel.Comment; readonly cellule: string }[];
  /** Les cellules que d'autres commentaires occupent. */
  readonly occupees: ReadonlySet<string>;
}

export interface ACommenter {
  readonly lieu: Lieu;
  readonly texte: string;
}

/** @example celluleCommentee({ nomDeFeuille: 'Feuil1', adresse: 'B2' }) // « Feuil1!B2 » */
export const celluleCommentee = ({ nomDeFeuille, adresse }: Pick<Lieu, 'nomDeFeuille' | 'adresse'>): string =>
  `${nomDeFeuille}!${adresse}`;

const AUCUN: Commentaires = { aNous: [], occupees: new Set() };

/** Demande les commentaires du classeur ; s'il y en a, l'aller-retour suivant demande leur place et leurs réponses. */
export function demanderCommentaires(context: Excel.RequestContext): () => (() => Commentaires) | null {
  if (!commentairesDisponibles()) return () => null;
  const { comments } = context.workbook;
  comments.load('items/id,items/content');
  return () => {
    if (comments.items.length === 0) return null;
    const demandes = comments.items.map((commentaire) => {
      const place = commentaire.getLocation();
      place.load('address');
      return { commentaire, place, reponses: commentaire.replies.getCount() };
    });
    return () => {
      const lus = demandes.map(({ commentaire, place, reponses }) => {
        const { feuille, adresse } = lireReference(place.address) ?? { feuille: null, adresse: '' };
        const cellule = celluleCommentee({ nomDeFeuille: feuille ?? '', adresse });
        return { commentaire, cellule, aNous: commentaire.content.startsWith(SIGNATURE) && reponses.value === 0 };
      });
      return {
        aNous: lus.filter(({ aNous }) => aNous),
        occupees: new Set(lus.flatMap(({ aNous, cellule }) => (aNous ? [] : cellule))),
      };
    };
  };
}

export async function lireCommentaires(context: Excel.RequestContext): Promise<Commentaires> {
  const premiere = demanderCommentaires(context);
  await context.sync();
  const suite = premiere();
  if (!suite) return AUCUN;
  await context.sync();
  return suite();
}

export const commenter = (context: Excel.RequestContext, { lieu, texte }: ACommenter): void => {
  context.workbook.comments.add(plageDuLieu(context, lieu), SIGNATURE + texte);
};

/** Pose un à un les commentaires qu'un envoi groupé n'a pas pu poser. */
export async function commenterUnAUn(
  context: Excel.RequestContext,
  voulus: readonly ACommenter[],
): Promise<readonly Laissee[]> {
  const { aNous } = await lireCommentaires(context);
  const poses = new Set(aNous.map(({ cellule }) => cellule));
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
