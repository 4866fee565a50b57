/// <reference types="office-js" />
import type { Geste } from '../classeur';
import { NOM_INCONNU } from './cellules';
import { chercherFormules } from './chercher-formules';
import { chacun, executer, parLots } from './executer';
import { estFrancaise, type Formules } from './formules';
import { GENERAL, TEXTE } from './hors-texte';
import { lireJournal, partager, refusees, reussis, RIEN, separer, touchee, type Entree } from './journal';
import { poserReglage } from './reglages';
import { demanderProtections, laisser, oublier, plageDuLieu, suivre, type Lieu } from './suivies';
import { prendreTour } from './tour';

export const REGLAGE = 'SRU.reparation';
const CHANGEE = 'La cellule a changé depuis la réparation : elle est laissée telle quelle.';

/** Ce que l'annulation doit savoir d'une cellule réparée. */
interface Reparee extends Entree {
  readonly avant: string;
  readonly apres: string;
  /** Le format de nombre de ce qui n'était qu'un texte. */
  readonly format?: string;
}

const estReparee = (e: Partial<Reparee>): e is Reparee =>
  [e.nom, e.avant, e.apres].every((texte) => typeof texte === 'string') &&
  (e.format === undefined || typeof e.format === 'string');

/** `seule` : l'identité de la seule feuille où réparer. */
export const reparer = ({ estANous, estAbimee, reparee }: Formules, seule?: string): Promise<Geste> =>
  executer(async (context) => {
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estReparee);
    const cellules = (await chercherFormules(context, suivies, estANous, seule)).filter(
      ({ formule, valeur, estTexte }) => estTexte || valeur === NOM_INCONNU || estAbimee(formule),
    );
    if (cellules.length === 0) return RIEN;
    const tour = prendreTour(context, suivies, 'F');

    const protegees = demanderProtections(context, cellules);
    const lues = cellules.map((cellule) => {
      const plage = plageDuLieu(context, cellule.lieu);
      plage.load('numberFormat');
      return { ...cellule, plage, apres: reparee(cellule.formule) ?? cellule.formule };
    });
    await context.sync();
    const { ouvertes, laissees } = separer(lues, protegees());
    if (ouvertes.length === 0) return { faites: [], laissees };
    const formats = new Map(ouvertes.map(({ plage }) => [plage, String(plage.numberFormat[0]![0])]));
    const aReparer = ouvertes.map((cellule) => ({ ...cellule, nom: suivies.nouveau('F') }));
    const journal = (cellules: typeof aReparer): Reparee[] =>
      cellules.map(({ nom, formule, apres, estTexte, plage }) => ({
        nom,
        avant: formule,
        apres,
        ...(estTexte && { format: formats.get(plage)! }),
      }));
    // Le journal avant toute formule : une réparation interrompue s'annule quand même.
    await parLots(
      context,
      [
        () => poserReglage(context, REGLAGE, journal(aReparer)),
        ...aReparer.map(
          ({ nom, lieu }) =>
            () =>
              suivre(context, nom, plageDuLieu(context, lieu)),
        ),
      ],
      tour,
    );
    const ecrites = new Map<Excel.Range, Excel.Range>();
    const refus = await chacun(
      context,
      aReparer,
      ({ lieu, plage, estTexte, formule, apres }) => {
        const ecrite = plageDuLieu(context, lieu);
        if (estTexte && formats.get(plage) === TEXTE) ecrite.numberFormat = [[GENERAL]];
        if (estTexte && estFrancaise(formule)) ecrite.formulasLocal = [[apres]];
        else ecrite.formulas = [[apres]];
        ecrite.load('formulas');
        ecrites.set(plage, ecrite);
      },
      tour,
    );
    const faites = reussis(aReparer, refus).map((cellule) => ({
      ...cellule,
      // Telle qu'Excel l'a comprise : l'annulation la comparera.
      apres: String(ecrites.get(cellule.plage)!.formulas[0]![0]),
    }));
    await parLots(
      context,
      [
        () => poserReglage(context, REGLAGE, faites.length > 0 ? journal(faites) : entrees.length > 0 ? entrees : null),
        () => {
          oublier(context, suivies, faites.length > 0 ? entrees : []);
          if (faites.length + entrees.length === 0) tour.rendre();
        },
        ...refus.map(
          ({ geste: { nom } }) =>
            () =>
              context.workbook.names.getItem(nom).delete(),
        ),
      ],
      tour,
    );
    return {
      faites: faites.map(({ lieu, formule, apres }) => touchee(lieu, formule, apres)),
      laissees: [...laissees, ...refusees(refus)],
    };
  });

/** `seule` : l'identité de la seule feuille où annuler. */
export const annulerReparation = (seule?: string): Promise<Geste> =>
  executer(async (context) => {
    const { suivies, entrees: toutes } = await lireJournal(context, REGLAGE, estReparee);
    const { siennes: entrees, autres } = partager(toutes, suivies, seule);
    const cellules = entrees.flatMap((entree) => {
      const lieu = suivies.lieu(entree.nom);
      if (!lieu) return [];
      const plage = plageDuLieu(context, lieu);
      plage.load('formulas');
      return { ...entree, lieu, plage };
    });
    if (entrees.length === 0) return RIEN;
    const tour = prendreTour(context, suivies, 'F');
    const protegees = demanderProtections(context, cellules);
    await context.sync();

    const { ouvertes, laissees } = separer(cellules, protegees());
    const intactes = ouvertes.filter(({ plage, apres }) => plage.formulas[0]![0] === apres);
    const refus = await chacun(
      context,
      intactes,
      ({ lieu, avant, format }) => rendre(context, lieu, avant, format),
      tour,
    );
    const aReprendre = new Set(
      [...cellules.filter((c) => !ouvertes.includes(c)), ...refus.map(({ geste }) => geste)].map(({ nom }) => nom),
    );
    const restantes = [...autres, ...entrees.filter(({ nom }) => aReprendre.has(nom))];
    const finir = () => {
      poserReglage(context, REGLAGE, restantes.length > 0 ? restantes : null);
      oublier(
        context,
        suivies,
        entrees.filter((e) => !aReprendre.has(e.nom)),
      );
      if (restantes.length === 0) tour.rendre();
    };
    await parLots(context, [finir], tour);
    return {
      faites: reussis(intactes, refus).map(({ lieu, avant, apres }) => touchee(lieu, apres, avant)),
      laissees: [
        ...laissees,
        ...ouvertes.filter((cellule) => !intactes.includes(cellule)).map(({ lieu }) => laisser(lieu, CHANGEE)),
        ...refusees(refus),
      ],
    };
  });

function rendre(context: Excel.RequestContext, lieu: Lieu, avant: string, format: string | undefined): void {
  const plage = plageDuLieu(context, lieu);
  if (format === undefined) {
    plage.formulas = [[avant]];
    return;
  }
  plage.numberFormat = [[format]];
  // Sous le format « texte », l'apostrophe s'écrirait ; ailleurs elle seule empêche le calcul.
  plage.values = [[format === TEXTE ? avant : `'${avant}`]];
}
