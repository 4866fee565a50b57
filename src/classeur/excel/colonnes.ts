/// <reference types="office-js" />
import { typographier } from '../../nombres';
import { adresse as adresseDe, adressePlage, type Plage } from '../../tableau';
import type { ColonnesRetirees } from '../classeur';
import { refuser } from './erreurs';
import { estFormule, sansReferences } from './empreinte';
import { executer } from './executer';
import { GENERAL, TEXTE } from './hors-texte';
import { lireJournal, type Entree } from './journal';
import { poserReglage } from './reglages';
import { oublier, plageDuLieu, suivre } from './suivies';
import { prendreTour } from './tour';

const REGLAGE = 'SRU.colonnes';

/** Des colonnes que nous avons écrites, pour les reconnaître intactes. */
interface Inserees extends Entree {
  readonly cellules: readonly (readonly (string | number)[])[];
  /** Les formats d'avant, si l'un était « texte » : une formule ne s'y calcule pas. */
  readonly formats?: readonly (readonly string[])[];
}

const estGrille = (valeur: unknown): boolean =>
  Array.isArray(valeur) && valeur.every((rangee) => Array.isArray(rangee));
const estInserees = (e: Partial<Inserees>): e is Inserees =>
  typeof e.nom === 'string' && estGrille(e.cellules) && (e.formats === undefined || estGrille(e.formats));

/** Écrit des colonnes où rien n'est écrit, et garde de quoi les retirer. */
export const insererColonnes = (
  id: string,
  plage: Plage,
  cellules: readonly (readonly (string | number)[])[],
): Promise<void> =>
  executer(async (context) => {
    const zone = context.workbook.worksheets.getItem(id).getRange(adressePlage(plage));
    zone.load('formulas,numberFormat');
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estInserees);
    zone.formulas.forEach((rangee: unknown[], l) =>
      rangee.forEach((contenu, c) => {
        if (contenu === '') return;
        const ou = adresseDe(plage.ligne + l, plage.colonne + c);
        refuser(
          `La cellule ${ou} est remplie : libérez la plage ${adressePlage(plage)}, ou choisissez d’autres colonnes.`,
        );
      }),
    );
    const nom = suivies.nouveau('C');
    prendreTour(context, suivies, 'C').entrer();
    const avant = zone.numberFormat as string[][];
    const formats = avant.map((rangee, l) =>
      rangee.map((format, c) => (format === TEXTE && cellules[l]![c] !== '' ? GENERAL : format)),
    );
    const deformes = formats.some((rangee, l) => rangee.some((format, c) => format !== avant[l]![c]));
    if (deformes) zone.numberFormat = formats;
    zone.formulas = cellules.map((rangee) => rangee.map(aEcrire));
    suivre(context, nom, zone);
    const presentes = entrees.filter((e) => suivies.lieu(e.nom));
    poserReglage(context, REGLAGE, [
      ...presentes,
      { nom, cellules: cellules.map((rangee) => rangee.map(aReconnaitre)), ...(deformes && { formats: avant }) },
    ]);
    await context.sync();
  });

/** Retire les dernières colonnes écrites, où qu'elles soient aujourd'hui ; refuse si l'agent les a changées. */
export const retirerColonnes = (): Promise<ColonnesRetirees | null> =>
  executer(async (context) => {
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estInserees);
    const presentes = entrees.flatMap((entree) => {
      const lieu = suivies.lieu(entree.nom);
      return lieu ? [{ entree, lieu }] : [];
    });
    const derniere = presentes.pop();
    if (!derniere) return null;
    const { entree, lieu } = derniere;
    const zone = plageDuLieu(context, lieu);
    zone.load('formulas');
    await context.sync();
    if (!intactes(zone, entree)) {
      return refuser(
        `Les colonnes écrites en ${lieu.adresse} de « ${lieu.nomDeFeuille} » ont été modifiées depuis : elles sont laissées telles quelles. Supprimez-les à la main si elles ne servent plus.`,
      );
    }
    const tour = prendreTour(context, suivies, 'C');
    tour.entrer();
    zone.clear('Contents');
    if (entree.formats) zone.numberFormat = entree.formats.map((rangee) => [...rangee]);
    poserReglage(context, REGLAGE, presentes.length > 0 ? presentes.map((p) => p.entree) : null);
    const suivis = new Set(presentes.map((p) => p.entree.nom));
    const retirees = entrees.filter((e) => !suivis.has(e.nom));
    oublier(context, suivies, retirees);
    if (presentes.length === 0) tour.rendre();
    await context.sync();
    return lieu;
  });

/** Une formule telle quelle ; un texte, sans qu'Excel y voie un nombre ou une date. */
const aEcrire = (contenu: string | number): string | number =>
  typeof contenu === 'number' || contenu === '' || estFormule(contenu) ? contenu : `'${typographier(contenu)}`;

const aReconnaitre = (contenu: string | number): string | number => {
  if (typeof contenu === 'number') return contenu;
  return estFormule(contenu) ? sansReferences(contenu) : typographier(contenu);
};

const intactes = ({ formulas }: Excel.Range, { cellules }: Inserees): boolean =>
  formulas.length === cellules.length &&
  formulas.every(
    (rangee: unknown[], l) =>
      rangee.length === cellules[l]!.length &&
      rangee.every((contenu, c) => (estFormule(contenu) ? sansReferences(contenu) : contenu) === cellules[l]![c]),
  );
