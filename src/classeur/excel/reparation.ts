/// <reference types="office-js" />
import type { Geste } from '../classeur';
import { NOM_INCONNU } from './cellules';
import { chercherFormules } from './chercher-formules';
import { chacun, executer } from './executer';
import { estFrancaise, type Formules } from './formules';
import { lireJournal, refusees, reussis, RIEN, separer, touchee, type Entree } from './journal';
import { poserReglage } from './reglages';
import { demanderProtections, laisser, oublier, plageDuLieu, suivre, type Lieu } from './suivies';

const REGLAGE = 'SRU.reparation';
const PREFIXE = '_SRU_F';
const CHANGEE = 'La cellule a changé depuis la réparation : elle est laissée telle quelle.';
const TEXTE = '@';
const GENERAL = 'General';

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

export const reparer = ({ estANous, estAbimee, reparee }: Formules): Promise<Geste> =>
  executer(async (context) => {
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estReparee);
    const cellules = (await chercherFormules(context, suivies, estANous)).filter(
      ({ formule, valeur, estTexte }) => estTexte || valeur === NOM_INCONNU || estAbimee(formule),
    );
    if (cellules.length === 0) return RIEN;

    const protegees = demanderProtections(
      context,
      cellules.map(({ lieu }) => lieu.feuille),
    );
    const lues = cellules.map((cellule) => {
      const plage = plageDuLieu(context, cellule.lieu);
      plage.load('numberFormat');
      return { ...cellule, plage, apres: reparee(cellule.formule) ?? cellule.formule };
    });
    await context.sync();
    const { ouvertes, laissees } = separer(lues, protegees());
    const formats = new Map(ouvertes.map(({ plage }) => [plage, String(plage.numberFormat[0]![0])]));
    const ecrites = new Map<Excel.Range, Excel.Range>();
    const refus = await chacun(context, ouvertes, ({ lieu, plage, estTexte, formule, apres }) => {
      const ecrite = plageDuLieu(context, lieu);
      if (estTexte && formats.get(plage) === TEXTE) ecrite.numberFormat = [[GENERAL]];
      if (estTexte && estFrancaise(formule)) ecrite.formulasLocal = [[apres]];
      else ecrite.formulas = [[apres]];
      ecrite.load('formulas');
      ecrites.set(plage, ecrite);
    });
    const faites = reussis(ouvertes, refus).map((cellule) => ({
      ...cellule,
      nom: suivies.nouveau(PREFIXE),
      // Telle qu'Excel l'a comprise : l'annulation la comparera.
      apres: String(ecrites.get(cellule.plage)!.formulas[0]![0]),
    }));
    if (faites.length > 0) {
      const journal = faites.map(({ nom, formule, apres, estTexte, plage }): Reparee => ({
        nom,
        avant: formule,
        apres,
        ...(estTexte && { format: formats.get(plage)! }),
      }));
      for (const { nom, lieu } of faites) suivre(context, nom, plageDuLieu(context, lieu));
      poserReglage(context, REGLAGE, journal);
      oublier(
        context,
        suivies,
        entrees.map(({ nom }) => nom),
      );
      await context.sync();
    }
    return {
      faites: faites.map(({ lieu, formule, apres }) => touchee(lieu, formule, apres)),
      laissees: [...laissees, ...refusees(refus)],
    };
  });

export const annulerReparation = (): Promise<Geste> =>
  executer(async (context) => {
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estReparee);
    const cellules = entrees.flatMap((entree) => {
      const lieu = suivies.lieu(entree.nom);
      if (!lieu) return [];
      const plage = plageDuLieu(context, lieu);
      plage.load('formulas');
      return { ...entree, lieu, plage };
    });
    if (entrees.length === 0) return RIEN;
    const protegees = demanderProtections(
      context,
      cellules.map(({ lieu }) => lieu.feuille),
    );
    await context.sync();

    const { ouvertes, laissees } = separer(cellules, protegees());
    const intactes = ouvertes.filter(({ plage, apres }) => plage.formulas[0]![0] === apres);
    const refus = await chacun(context, intactes, ({ lieu, avant, format }) => rendre(context, lieu, avant, format));
    poserReglage(context, REGLAGE, null);
    oublier(
      context,
      suivies,
      entrees.map(({ nom }) => nom),
    );
    await context.sync();
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
