/// <reference types="office-js" />
import { plageDe } from '../../tableau';
import type { Emplacement } from '../classeur';
import { demanderCommentaires, type Commentaire } from './commentaires';
import { identite, type Identite } from './empreinte';
import { demanderFond, estNotre, type Fond } from './fonds';
import { lireAnnotations, REGLAGE, type Annotations, type Placee } from './journal-annotations';
import { demanderLegende, type EtatDeLegende } from './legende';
import { demanderReglage } from './reglages';
import { relever, type Contenus } from './releves';
import { retrouver, type Retrouvees } from './retrouver';
import { demanderProtections, demanderSuivies, plageDuLieu, type Suivies } from './suivies';

export interface Etat extends Retrouvees {
  readonly suivies: Suivies;
  /** Un journal est là, lisible ou non. */
  readonly regle: boolean;
  readonly annotations: Annotations;
  readonly legende: EtatDeLegende;
  readonly commentaires: readonly Commentaire[];
  readonly protegees: ReadonlySet<string>;
  /** Aucune feuille ne peut être ajoutée ni supprimée. */
  readonly structureProtegee: boolean;
  /** Les cellules à annoter : leur fond actuel (`undefined` : un dégradé), et de quoi les reconnaître. */
  readonly cibles: readonly { readonly fond: Fond | null | undefined; readonly identite: Identite }[];
}

/**
 * Un aller-retour, deux si des annotations ou des commentaires sont déjà là ; un de plus si des cellules annotées ont changé de place
 * ou de contenu.
 */
export async function lireEtat(context: Excel.RequestContext, cibles: readonly Emplacement[]): Promise<Etat> {
  const feuillesDe = (lieux: readonly Emplacement[]) => [...new Set(lieux.map(({ feuille }) => feuille))];
  const demander = () => ({
    suivre: demanderSuivies(context),
    reglage: demanderReglage(context, REGLAGE),
    commentaires: demanderCommentaires(context),
    fonds: cibles.map((cible) => demanderFond(plageDuLieu(context, cible))),
    protections: demanderProtections(
      context,
      cibles.map((lieu) => ({ lieu })),
    ),
    structure: context.workbook.protection.load('protected'),
  });
  let lu!: ReturnType<typeof demander>;
  const contenus = new Map(
    await relever(context, feuillesDe(cibles), ['formulas'], { joindre: () => void (lu = demander()) }),
  );
  const suivies = lu.suivre();
  const annotations = lireAnnotations(lu.reglage());
  const placees = annotations.posees.flatMap((posee): Placee[] => {
    const lieu = suivies.lieu(posee.nom);
    return lieu ? [{ ...posee, lieu }] : [];
  });

  const legende = demanderLegende(context, suivies, annotations);
  const suite = () => ({
    fonds: placees.map(({ lieu }) => demanderFond(plageDuLieu(context, lieu))),
    commentaires: lu.commentaires.demanderPlaces(),
    protections: demanderProtections(context, placees),
    graphiques: legende.demander(),
  });
  let lues: ReturnType<typeof suite> | null = null;
  if (placees.length + legende.feuilles.length + lu.commentaires.nombre() > 0) {
    const neuves = [...feuillesDe(placees.map(({ lieu }) => lieu)), ...legende.feuilles].filter(
      (id) => !contenus.has(id),
    );
    const joindre = () => void (lues = suite());
    for (const [id, bandes] of await relever(context, neuves, ['formulas'], { joindre })) contenus.set(id, bandes);
  }
  const { fonds = [], ...autres } = (lues ?? {}) as Partial<ReturnType<typeof suite>>;
  const commentaires = autres.commentaires?.() ?? [];
  const protegees = [...lu.protections(), ...(autres.protections?.() ?? [])];
  return {
    ...{ suivies, annotations, commentaires, protegees: new Set(protegees) },
    regle: lu.reglage() !== null,
    legende: legende.lire(contenus, commentaires, autres.graphiques?.() ?? 0),
    structureProtegee: lu.structure.protected,
    cibles: cibles.map((cible, rang) => ({ fond: lu.fonds[rang]!(), identite: identiteDe(contenus, cible) })),
    ...(await retrouver(
      context,
      contenus,
      placees.map((placee, rang) => ({
        ...placee,
        coloree: estNotre(fonds[rang]!(), placee.fond, placee.avant),
        actuelle: identiteDe(contenus, placee.lieu),
      })),
    )),
  };
}

function identiteDe(contenus: Contenus, { feuille, adresse }: Emplacement): Identite {
  const { ligne, colonne } = plageDe(adresse);
  const bande = contenus.get(feuille)?.find((b) => ligne >= b.ligne && ligne < b.ligne + b.formulas.length);
  return bande ? identite(bande.formulas[ligne - bande.ligne]!, colonne - bande.colonne) : identite([], 0);
}
