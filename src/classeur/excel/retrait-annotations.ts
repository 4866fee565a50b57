/// <reference types="office-js" />
import type { Laissee } from '../classeur';
import type { Commentaire } from './commentaires';
import { empreinte } from './empreinte';
import type { Etat } from './etat-annotations';
import { poserFond } from './fonds';
import { orphelins } from './journal';
import type { Posee } from './journal-annotations';
import { nomDeSuivi } from './legende';
import { laisser, oublier, plageDuLieu } from './suivies';

const TRIEE =
  'La feuille a été triée ou récrite depuis l’annotation : le fond d’avant n’est plus sûr, et celui de l’annotation est laissé.';
const COMPLETE = 'Ce commentaire du complément a été modifié, ou quelqu’un y a répondu : il est gardé.';
const LEGENDE =
  'La légende a été renommée, complétée ou réemployée : sa feuille est laissée ; supprimez-la à la main si elle ne sert plus.';
const STRUCTURE =
  'La structure du classeur est protégée : la feuille de légende est laissée ; ôtez la protection (onglet « Révision »), puis recommencez.';

/** Une annotation d'une feuille protégée depuis : elle attend que la protection soit ôtée. */
export const enAttente = ({ suivies, protegees }: Etat): ((posee: Posee) => boolean) => {
  return ({ nom }) => protegees.has(suivies.lieu(nom)?.feuille ?? '');
};

/** Les gestes qui rendent leur fond aux cellules que nous avions annotées. */
export function rendreFonds(context: Excel.RequestContext, etat: Etat): readonly (() => void)[] {
  const attend = enAttente(etat);
  return etat.intactes
    .filter((posee) => !attend(posee))
    .map(
      ({ lieu, avant }) =>
        () =>
          poserFond(plageDuLieu(context, lieu), avant),
    );
}

/** Nos commentaires tels que nous les avons écrits, et ceux que quelqu'un a complétés ; aucun d'une feuille protégée. */
export function trierCommentaires({ annotations, commentaires, suivies, protegees }: Etat) {
  const connus = new Set(annotations.posees.map(({ texte }) => texte));
  const ids = new Map(suivies.feuilles.map(({ id, nom }) => [nom, id]));
  const signes = commentaires.flatMap((lu) => {
    const feuille = ids.get(lu.place.nomDeFeuille) ?? '';
    return lu.signe && !protegees.has(feuille) ? [{ ...lu, lieu: { ...lu.place, feuille } }] : [];
  });
  const intact = ({ commentaire, sansReponse }: Commentaire) =>
    sansReponse && connus.has(empreinte(commentaire.content));
  return { intacts: signes.filter(intact), completes: signes.filter((lu) => !intact(lu)) };
}

/** Supprime la légende si tout y est encore de nous ; une feuille où l'agent a mis quoi que ce soit est laissée. */
export function supprimerLegende(context: Excel.RequestContext, { suivies, legende, structureProtegee }: Etat): void {
  if (structureProtegee && legende.dit !== 'autre chose') return;
  oublier(context, suivies, [{ nom: nomDeSuivi() }]);
  if (legende.lieu && legende.dit !== 'autre chose') context.workbook.worksheets.getItem(legende.lieu.feuille).delete();
}

/** Ce que le retrait laisse, et pourquoi. */
export function laisseesDe(etat: Etat): Laissee[] {
  const { lieu, dit } = etat.legende;
  const raison = dit === 'autre chose' ? LEGENDE : etat.structureProtegee ? STRUCTURE : null;
  return [
    ...etat.incertaines.map((cellule) => laisser(cellule, TRIEE)),
    ...(etat.annotations.posees.length > 0
      ? trierCommentaires(etat).completes.map((commentaire) => laisser(commentaire.lieu, COMPLETE))
      : []),
    ...(lieu && raison ? [laisser(lieu, raison)] : []),
  ];
}

/** Nos noms, hors de ce qui attend : ceux d'un geste interrompu compris. */
export function nomsPerimes(etat: Etat): readonly { readonly nom: string }[] {
  const attendus = etat.annotations.posees.filter(enAttente(etat));
  return orphelins(etat.suivies, ['A'], attendus);
}
