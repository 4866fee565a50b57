/// <reference types="office-js" />
import { typographier } from '../../nombres';
import type { Annotation, Ecriture, Laissee } from '../classeur';
import { commentairesDisponibles } from './capacites';
import { celluleCommentee, commenter, commenterUnAUn } from './commentaires';
import { lieuDe } from './erreurs';
import {
  enAttente,
  lireEtat,
  REGLAGE,
  rendreFonds,
  supprimerCommentaires,
  supprimerLegende,
  type Etat,
  type Posee,
} from './etat-annotations';
import { enSilence, executer } from './executer';
import { FONDS, poserFond, uni } from './fonds';
import { MARQUE_DE_LEGENDE } from './feuilles';
import { poserLegende } from './legende';
import { poserReglage } from './reglages';
import { laisser, oublier, plageDuLieu, PROTEGEE, suivre } from './suivies';

const PREFIXE = '_SRU_A';
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
    const laissees: Laissee[] = [];
    const cibles = voulues.flatMap(({ emplacement, gravite, texte }, rang) => {
      const lieu = { ...emplacement, nomDeFeuille: noms.get(emplacement.feuille) ?? '' };
      if (etat.protegees.has(lieu.feuille)) {
        laissees.push(laisser(lieu, PROTEGEE));
        return [];
      }
      const avant = avantDe.has(cle(lieu)) ? avantDe.get(cle(lieu)) : etat.fonds[rang];
      if (avant === undefined) laissees.push(laisser(lieu, DEGRADE));
      return { lieu, texte, avant, fond: FONDS[gravite], nom: etat.suivies.nouveau(PREFIXE) };
    });
    const occupee = ({ lieu }: (typeof cibles)[number]) => etat.commentaires.occupees.has(celluleCommentee(lieu));
    const aCommenter = commentairesDisponibles() ? cibles.filter((cible) => !occupee(cible)) : [];
    const nus = cibles.filter((cible) => !aCommenter.includes(cible));
    laissees.push(...nus.map(({ lieu }) => laisser(lieu, commentairesDisponibles() ? OCCUPEE : SANS_COMMENTAIRES)));

    const attend = enAttente(etat);
    const neuves = cibles.map(({ nom, fond, avant }): Posee => ({ nom, fond, avant: avant ?? null }));
    try {
      await enSilence(context, [
        ...rendreFonds(context, etat),
        ...cibles.map(
          ({ nom, lieu }) =>
            () =>
              suivre(context, nom, plageDuLieu(context, lieu)),
        ),
        () => poserReglage(context, REGLAGE, [...etat.posees.filter(attend), ...neuves]),
        ...cibles.flatMap(({ lieu, avant, fond }) =>
          avant === undefined ? [] : () => poserFond(plageDuLieu(context, lieu), uni(fond)),
        ),
        () => {
          oublier(context, etat.suivies, nomsPerimes(etat));
          if (cibles.length === 0) supprimerLegende(context, etat);
          else if (!etat.structureProtegee && !etat.suivies.lieu(MARQUE_DE_LEGENDE))
            poserLegende(context, etat.suivies);
        },
        // En dernier : un refus de commentaire laisse tout le reste fait.
        () => supprimerCommentaires(etat),
        ...aCommenter.map((cible) => () => commenter(context, cible)),
      ]);
    } catch (erreur) {
      if (!lieuDe(erreur).startsWith('Comment')) throw erreur;
      laissees.push(...(await commenterUnAUn(context, aCommenter)));
    }
    return { posees: cibles.length, laissees };
  });

/** Trois allers-retours. Une cellule dont l'agent a changé le fond depuis garde le sien. */
export const retirerAnnotations: Ecriture['retirerAnnotations'] = () =>
  executer(async (context) => {
    const etat = await lireEtat(context, []);
    const attend = enAttente(etat);
    const restantes = etat.posees.filter(attend);
    const rendus = rendreFonds(context, etat);
    await enSilence(context, [
      ...rendus,
      () => {
        poserReglage(context, REGLAGE, restantes.length > 0 ? restantes : null);
        oublier(context, etat.suivies, nomsPerimes(etat));
        if (restantes.length === 0) supprimerLegende(context, etat);
        supprimerCommentaires(etat);
      },
    ]);
    return rendus.length;
  });

/** Nos noms, hors de ce qui attend : ceux d'un geste interrompu compris. */
function nomsPerimes(etat: Etat): { readonly nom: string }[] {
  const attendus = new Set(etat.posees.filter(enAttente(etat)).map(({ nom }) => nom));
  return [...etat.suivies.noms.keys()].flatMap((nom) => (nom.startsWith(PREFIXE) && !attendus.has(nom) ? { nom } : []));
}

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
