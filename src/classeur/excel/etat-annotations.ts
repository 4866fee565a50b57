/// <reference types="office-js" />
import type { Emplacement } from '../classeur';
import { celluleCommentee, demanderCommentaires, type Commentaires } from './commentaires';
import { demanderFond, estFond, estNotre, poserFond, type Fond } from './fonds';
import { MARQUE_DE_LEGENDE } from './feuilles';
import { demanderReglage } from './reglages';
import { demanderProtections, demanderSuivies, oublier, plageDuLieu, type Lieu, type Suivies } from './suivies';

export const REGLAGE = 'SRU.annotations';

/** Une cellule annotée : le nom qui la suit, notre fond, et celui qu'elle avait. */
export interface Posee {
  readonly nom: string;
  readonly fond: string;
  readonly avant: Fond | null;
}

/** Une cellule annotée dont l'agent n'a pas changé le fond depuis. */
export interface Intacte extends Posee {
  readonly lieu: Lieu;
}

export interface Etat {
  readonly suivies: Suivies;
  readonly posees: readonly Posee[];
  readonly intactes: readonly Intacte[];
  readonly commentaires: Commentaires;
  readonly protegees: ReadonlySet<string>;
  /** Aucune feuille ne peut être ajoutée ni supprimée. */
  readonly structureProtegee: boolean;
  /** Les fonds actuels des cellules à annoter ; `undefined` : un dégradé. */
  readonly fonds: readonly (Fond | null | undefined)[];
}

/** Un aller-retour, deux si des annotations ou des commentaires sont déjà là. */
export async function lireEtat(context: Excel.RequestContext, cibles: readonly Emplacement[]): Promise<Etat> {
  const [suivre, reglage, commenter] = [
    demanderSuivies(context),
    demanderReglage(context, REGLAGE),
    demanderCommentaires(context),
  ];
  const fonds = cibles.map((cible) => demanderFond(plageDuLieu(context, cible)));
  const protections = [
    demanderProtections(
      context,
      cibles.map((lieu) => ({ lieu })),
    ),
  ];
  const structure = context.workbook.protection;
  structure.load('protected');
  await context.sync();
  const suivies = suivre();
  const posees = lirePosees(reglage());
  const places = posees.flatMap((posee) => {
    const lieu = suivies.lieu(posee.nom);
    return lieu ? { ...posee, lieu, fondActuel: demanderFond(plageDuLieu(context, lieu)) } : [];
  });
  const commentaires = commenter();
  if (places.length > 0 || commentaires) {
    protections.push(demanderProtections(context, places));
    await context.sync();
  }
  return {
    suivies,
    posees,
    intactes: places.filter(({ fondActuel, fond }) => estNotre(fondActuel(), fond)),
    commentaires: commentaires?.() ?? { aNous: [], occupees: new Set() },
    protegees: new Set(protections.flatMap((demande) => [...demande()])),
    structureProtegee: structure.protected,
    fonds: fonds.map((fond) => fond()),
  };
}

function lirePosees(reglage: unknown): Posee[] {
  if (!Array.isArray(reglage)) return [];
  return reglage.filter(
    (p: Partial<Posee> | null): p is Posee =>
      typeof p?.nom === 'string' && typeof p.fond === 'string' && p.avant !== undefined && estFond(p.avant),
  );
}

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

/** Supprime nos commentaires, hors des feuilles protégées. */
export function supprimerCommentaires({ commentaires, suivies, protegees }: Etat): void {
  const fermees = suivies.feuilles.flatMap(({ id, nom }) =>
    protegees.has(id) ? celluleCommentee({ nomDeFeuille: nom, adresse: '' }) : [],
  );
  for (const { commentaire, cellule } of commentaires.aNous) {
    if (!fermees.some((feuille) => cellule.startsWith(feuille))) commentaire.delete();
  }
}

export function supprimerLegende(context: Excel.RequestContext, { suivies, structureProtegee }: Etat): void {
  const lieu = suivies.lieu(MARQUE_DE_LEGENDE);
  if (structureProtegee) return;
  oublier(context, suivies, [{ nom: MARQUE_DE_LEGENDE }]);
  if (lieu) context.workbook.worksheets.getItem(lieu.feuille).delete();
}
