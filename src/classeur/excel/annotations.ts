/// <reference types="office-js" />
import { typographier } from '../../nombres';
import type { Annotation, Ecriture, Laissee } from '../classeur';
import { commentairesDisponibles } from './capacites';
import { SIGNATURE } from '../note';
import { celluleCommentee, commenter, commenterUnAUn } from './commentaires';
import { empreinte } from './empreinte';
import { lieuDe } from './erreurs';
import { lireEtat, type Etat } from './etat-annotations';
import { enSilence, executer } from './executer';
import { FONDS } from '../habillage';
import { poserFond, uni } from './fonds';
import { nomLibre } from './feuilles';
import { ecrireAnnotations, REGLAGE, type Posee } from './journal-annotations';
import { ecrireLegende, NOM_DE_LEGENDE, poserLegende } from './legende';
import { poserReglage } from './reglages';
import {
  enAttente,
  laisseesDe,
  nomsPerimes,
  rendreFonds,
  supprimerLegende,
  trierCommentaires,
} from './retrait-annotations';
import { laisser, oublier, plageDuLieu, PROTEGEE, suivre } from './suivies';
import { prendreTour } from './tour';

const OCCUPEE = 'La cellule a déjà un commentaire : il est gardé, seul le fond est posé.';
const DEGRADE = 'Le fond de la cellule est un dégradé, que le complément ne saurait pas rendre : il est gardé.';
const SANS_COMMENTAIRES = 'Cette version d’Excel n’a pas de commentaires : seul le fond est posé.';

/** Deux allers-retours ; trois si le classeur a déjà des annotations ou des commentaires. */
export const annoter: Ecriture['annoter'] = (annotations) =>
  executer(async (context) => {
    const voulues = parCellule(annotations);
    const etat = await lireEtat(
      context,
      voulues.map(({ emplacement }) => emplacement),
    );
    const noms = new Map(etat.suivies.feuilles.map(({ id, nom }) => [id, nom]));
    const avantDe = new Map(etat.intactes.map(({ lieu, avant }) => [cle(lieu), avant]));
    const laissees: Laissee[] = laisseesDe(etat);
    const cibles = voulues.flatMap(({ emplacement, gravite, texte }, rang) => {
      const lieu = { ...emplacement, nomDeFeuille: noms.get(emplacement.feuille) ?? '' };
      if (etat.protegees.has(lieu.feuille)) {
        laissees.push(laisser(lieu, PROTEGEE));
        return [];
      }
      const { fond: actuel, identite } = etat.cibles[rang]!;
      const avant = avantDe.has(cle(lieu)) ? avantDe.get(cle(lieu)) : actuel;
      if (avant === undefined) laissees.push(laisser(lieu, DEGRADE));
      return { lieu, texte, avant, identite, fond: FONDS[gravite], nom: etat.suivies.nouveau('A') };
    });
    const { intacts } = trierCommentaires(etat);
    const effaces = new Set(intacts.map(({ cellule }) => cellule));
    const occupees = new Set(etat.commentaires.flatMap(({ cellule }) => (effaces.has(cellule) ? [] : cellule)));
    const occupee = ({ lieu }: (typeof cibles)[number]) => occupees.has(celluleCommentee(lieu));
    const aCommenter = commentairesDisponibles() ? cibles.filter((cible) => !occupee(cible)) : [];
    const nus = cibles.filter((cible) => !aCommenter.includes(cible));
    laissees.push(...nus.map(({ lieu }) => laisser(lieu, commentairesDisponibles() ? OCCUPEE : SANS_COMMENTAIRES)));

    const tour = prendreTour(context, etat.suivies, 'A');
    const attend = enAttente(etat);
    const neuves = cibles.map((cible): Posee => {
      const { nom, fond, avant, identite, texte } = cible;
      const commentee = aCommenter.includes(cible) && { texte: empreinte(SIGNATURE + texte) };
      return { nom, fond, avant: avant ?? null, identite, ...commentee };
    });
    const legende = cibles.length > 0 ? legendeApres(etat) : restante(etat);
    try {
      await enSilence(
        context,
        [
          ...rendreFonds(context, etat),
          // Avant le nouveau journal : lui seul dit lesquels sont de nous.
          () => intacts.forEach(({ commentaire }) => commentaire.delete()),
          ...cibles.map(
            ({ nom, lieu }) =>
              () =>
                suivre(context, nom, plageDuLieu(context, lieu)),
          ),
          () => {
            const journal = ecrireAnnotations({
              posees: [...etat.annotations.posees.filter(attend), ...neuves],
              legende,
            });
            poserReglage(context, REGLAGE, journal);
            if (journal === null) tour.rendre();
          },
          ...cibles.flatMap(({ lieu, avant, fond }) =>
            avant === undefined ? [] : () => poserFond(plageDuLieu(context, lieu), uni(fond)),
          ),
          () => {
            oublier(context, etat.suivies, nomsPerimes(etat));
            if (cibles.length === 0 || etat.legende.dit === 'autre chose') supprimerLegende(context, etat);
            if (legende === null || cibles.length === 0) return;
            if (etat.legende.dit === 'autre chose') poserLegende(context, legende);
            else if (etat.legende.dit === 'partie')
              ecrireLegende(context.workbook.worksheets.getItem(etat.legende.lieu!.feuille));
          },
          // En dernier : un refus de commentaire laisse tout le reste fait.
          ...aCommenter.map((cible) => () => commenter(context, cible)),
        ],
        tour,
      );
    } catch (erreur) {
      if (!lieuDe(erreur).startsWith('CommentCollection')) throw erreur;
      laissees.push(...(await commenterUnAUn(context, aCommenter)));
    }
    return { posees: cibles.length, laissees };
  });

/** Trois allers-retours, quatre si la feuille a changé. Une cellule dont l'agent a changé le fond depuis garde le sien. */
export const retirerAnnotations: Ecriture['retirerAnnotations'] = () =>
  executer(async (context) => {
    const etat = await lireEtat(context, []);
    const perimes = nomsPerimes(etat);
    const { intacts } = trierCommentaires(etat);
    const tour = prendreTour(context, etat.suivies, 'A');
    if (!etat.regle && !tour.lu && perimes.length === 0) return { rendues: 0, laissees: [] };
    const posees = etat.annotations.posees.filter(enAttente(etat));
    const rendus = rendreFonds(context, etat);
    await enSilence(
      context,
      [
        ...rendus,
        () => {
          intacts.forEach(({ commentaire }) => commentaire.delete());
          oublier(context, etat.suivies, perimes);
          if (posees.length === 0) supprimerLegende(context, etat);
          // En dernier : tant qu'il est là, le retrait se reprend.
          const journal = ecrireAnnotations({ posees, legende: restante(etat, posees) });
          if (journal === null) tour.rendre();
          poserReglage(context, REGLAGE, journal);
        },
      ],
      tour,
    );
    return { rendues: rendus.length, laissees: laisseesDe(etat) };
  });

/** Le nom de la légende une fois le classeur annoté : la nôtre, ou une neuve. */
function legendeApres(etat: Etat): string | null {
  if (etat.legende.dit !== 'autre chose') return etat.annotations.legende;
  const pris = etat.suivies.feuilles.map(({ nom }) => nom);
  return etat.structureProtegee ? null : nomLibre(NOM_DE_LEGENDE, pris);
}

/** Le nom de la légende qui reste une fois les annotations retirées. */
const restante = ({ legende, annotations, structureProtegee }: Etat, posees: readonly Posee[] = []): string | null =>
  legende.dit !== 'autre chose' && (structureProtegee || posees.length > 0) ? annotations.legende : null;

const cle = ({ feuille, adresse }: Annotation['emplacement']): string => `${feuille}!${adresse}`;

const RANG: Readonly<Record<Annotation['gravite'], number>> = { bloquant: 0, alerte: 1, information: 2 };

/** Une annotation par cellule : la gravité la plus forte, tous les textes. Une plage est annotée dans sa première cellule. */
function parCellule(annotations: readonly Annotation[]): Annotation[] {
  const parCle = new Map<string, Annotation>();
  const triees = [...annotations].sort((a, b) => RANG[a.gravite] - RANG[b.gravite]);
  for (const { emplacement, gravite, texte } of triees) {
    const [adresse = ''] = emplacement.adresse.replaceAll('$', '').split(':');
    const cellule = { feuille: emplacement.feuille, adresse };
    const avant = parCle.get(cle(cellule));
    parCle.set(cle(cellule), {
      emplacement: cellule,
      gravite: avant?.gravite ?? gravite,
      texte: typographier(avant ? `${avant.texte}\n${texte}` : texte),
    });
  }
  return [...parCle.values()];
}
