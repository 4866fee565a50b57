/// <reference types="office-js" />
import type { Geste, Laissee } from '../classeur';
import { peut } from './capacites';
import { erreurDe, NOM_INCONNU } from './cellules';
import { chercherFormules, type CelluleAFormule } from './chercher-formules';
import { chacun, executer, parLots } from './executer';
import type { Formules } from './formules';
import { ecrireHorsTexte } from './hors-texte';
import { lireJournal, orphelins, refusees, reussis, RIEN, separer, touchee, type Entree } from './journal';
import { decouper, formuleDeSuivi } from './references';
import { demanderOuverture } from './ouverture';
import { poserReglage } from './reglages';
import { lireReference } from './adresses';
import { demanderProtections, laisser, oublier, plageDuLieu, suivre, type Lieu } from './suivies';
import { prendreTour } from './tour';

export const REGLAGE = 'SRU.figement';
export const GENRES = ['G', 'R'] as const;

/** Ce que le dégel doit savoir d'une formule figée. */
export interface Figee extends Entree {
  readonly formule: string;
  /** Où elle était : sans nom qui suive ses références, elle n'est rendue que là. */
  readonly adresse: string;
  /** Le nom qui suit ses références, s'il y en a. */
  readonly references?: string;
  readonly valeurs: readonly (readonly unknown[])[];
}

export const estFigee = (e: Partial<Figee>): e is Figee =>
  [e.nom, e.formule, e.adresse].every((texte) => typeof texte === 'string') &&
  (e.references === undefined || typeof e.references === 'string') &&
  Array.isArray(e.valeurs) &&
  e.valeurs.every((rangee) => Array.isArray(rangee) && rangee.length > 0) &&
  e.valeurs.length > 0;

/** Les noms qui suivent une cellule figée. */
export const nomsDe = ({ nom, references }: Figee): readonly { readonly nom: string }[] =>
  references === undefined ? [{ nom }] : [{ nom }, { nom: references }];

/** Ce qui n'est pas encore, ou pas du tout, un résultat. */
const SANS_RESULTAT: Readonly<Record<string, string>> = {
  [NOM_INCONNU]: 'La formule n’est pas reconnue : la réparer d’abord (« Réparer les formules »).',
  '#BUSY!': 'La formule est en cours de calcul : attendre la fin, puis recommencer.',
  '#GETTING_DATA': 'La formule est en cours de calcul : attendre la fin, puis recommencer.',
  '#SPILL!': 'La formule n’a pas la place de s’étendre : libérer les cellules voisines, puis recommencer.',
};

/** `seule` : l'identité de la seule feuille où figer. */
export const figer = ({ estANous }: Formules, seule?: string): Promise<Geste> =>
  executer(async (context) => {
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estFigee);
    const trouvees = (await chercherFormules(context, suivies, estANous, seule)).filter(({ estTexte }) => !estTexte);
    if (trouvees.length === 0) return RIEN;
    const sansResultat = ({ valeur }: CelluleAFormule) => SANS_RESULTAT[String(valeur)];
    const sans: Laissee[] = trouvees.flatMap((cellule) => {
      const raison = sansResultat(cellule);
      return raison ? laisser(cellule.lieu, raison) : [];
    });

    const tour = prendreTour(context, suivies, 'G');
    const protegees = demanderProtections(context, trouvees);
    const ouverture = demanderOuverture(context);
    const etendues = trouvees
      .filter((cellule) => !sansResultat(cellule))
      .map((cellule) => ({ ...cellule, deversee: demanderDeversement(context, cellule) }));
    await context.sync();
    const { ouvertes, laissees } = separer(etendues, protegees());
    if (ouvertes.length === 0) return { faites: [], laissees: [...laissees, ...sans] };
    const aFiger = ouvertes.map(({ lieu, formule, deversee }) => {
      const { adresse, valeurs, formats } = deversee();
      const decoupe = decouper(formule);
      const suivi = formuleDeSuivi(decoupe, lieu.nomDeFeuille);
      return {
        lieu: { ...lieu, adresse },
        formule,
        valeurs,
        formats,
        suivi,
        nom: suivies.nouveau('G'),
        references: suivies.nouveau('R'),
      };
    });
    const journal = (cellules: readonly (typeof aFiger)[number][]): Figee[] =>
      cellules.map(({ lieu, nom, formule, valeurs, suivi, references }) => ({
        nom,
        formule,
        adresse: lieu.adresse,
        valeurs,
        ...(suivi && { references }),
      }));
    // D'un geste interrompu, une cellule du journal peut avoir gardé sa formule : elle n'est pas figée.
    const encoreFormules = new Set(trouvees.map(({ lieu }) => coinDe(lieu)));
    const figees = entrees.filter(({ nom }) => !encoreFormules.has(coinDe(suivies.lieu(nom))));
    // Le journal avant toute valeur, les noms avant lui : interrompu, un nom seul ne compte pas, et rien n'est au journal sans nom.
    await parLots(
      context,
      [
        () => oublier(context, suivies, orphelins(suivies, GENRES, figees.flatMap(nomsDe))),
        ...aFiger.map(({ lieu, nom, suivi, references }) => () => {
          suivre(context, nom, plageDuLieu(context, lieu));
          if (suivi) suivre(context, references, suivi);
        }),
        () => poserReglage(context, REGLAGE, [...figees, ...journal(aFiger)]),
      ],
      tour,
    );
    const ecrire = ({ lieu, valeurs, formats }: (typeof aFiger)[number]) => {
      const plage = plageDuLieu(context, lieu);
      ecrireHorsTexte(plage, formats, () => (plage.values = valeurs.map((rangee) => rangee.map(aEcrire))));
    };
    const refus = await chacun(context, aFiger, ecrire, tour);
    const faites = reussis(aFiger, refus);
    if (refus.length > 0) {
      const inutiles = refus.flatMap(({ geste: { nom, references, suivi } }) => (suivi ? [nom, references] : [nom]));
      await parLots(
        context,
        [
          () => {
            const restantes = [...figees, ...journal(faites)];
            poserReglage(context, REGLAGE, restantes.length > 0 ? restantes : null);
            if (restantes.length === 0) tour.rendre();
          },
          ...inutiles.map((nom) => () => context.workbook.names.getItem(nom).delete()),
        ],
        tour,
      );
    } else if (seule === undefined && laissees.length + sans.length === 0)
      await parLots(context, [() => ouverture.fermer()], tour);
    return {
      faites: faites.map(({ lieu, formule, valeurs }) => touchee(lieu, formule, String(valeurs[0]![0]))),
      laissees: [...laissees, ...sans, ...refusees(refus)],
    };
  });

const coinDe = (lieu: Lieu | null): string => (lieu ? `${lieu.feuille}!${lieu.adresse.split(':')[0]}` : '');

/** La plage où la formule se déverse, elle comprise, ses valeurs et ses formats. */
function demanderDeversement(
  context: Excel.RequestContext,
  { lieu, valeur, format }: CelluleAFormule,
): () => { readonly adresse: string; readonly valeurs: unknown[][]; readonly formats: unknown[][] } {
  const seule = { adresse: lieu.adresse, valeurs: [[valeur]], formats: [[format]] };
  if (!peut('deversement')) return () => seule;
  const plage = plageDuLieu(context, lieu).getSpillingToRangeOrNullObject();
  plage.load(['address', 'values', 'numberFormat']);
  return () =>
    plage.isNullObject
      ? seule
      : {
          adresse: lireReference(plage.address)!.adresse,
          valeurs: plage.values as unknown[][],
          formats: plage.numberFormat as unknown[][],
        };
}

/** Un texte reste un texte, même s'il ressemble à un nombre ou à une formule. */
const aEcrire = (valeur: unknown): unknown =>
  typeof valeur === 'string' && valeur !== '' && erreurDe(valeur) === null ? `'${valeur}` : valeur;
