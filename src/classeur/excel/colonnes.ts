/// <reference types="office-js" />
import { typographier } from '../../nombres';
import { adresse as adresseDe, adressePlage, type Plage } from '../../tableau';
import type { ColonnesRetirees } from '../classeur';
import { refuser } from './erreurs';
import { executer } from './executer';
import { lireJournal, type Entree } from './journal';
import { poserReglage } from './reglages';
import { oublier, plageDuLieu, suivre } from './suivies';

const REGLAGE = 'SRU.colonnes';
const PREFIXE = '_SRU_C';
const FORMULE = '=';

/** Des colonnes que nous avons écrites, pour les reconnaître intactes ; d'une formule, que c'en est une. */
interface Inserees extends Entree {
  readonly cellules: readonly (readonly (string | number)[])[];
}

const estInserees = (e: Partial<Inserees>): e is Inserees =>
  typeof e.nom === 'string' && Array.isArray(e.cellules) && e.cellules.every((rangee) => Array.isArray(rangee));

/** Écrit des colonnes où rien n'est écrit, et garde de quoi les retirer. */
export const insererColonnes = (
  id: string,
  plage: Plage,
  cellules: readonly (readonly (string | number)[])[],
): Promise<void> =>
  executer(async (context) => {
    const zone = context.workbook.worksheets.getItem(id).getRange(adressePlage(plage));
    zone.load('formulas');
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estInserees);
    zone.formulas.forEach((rangee: unknown[], l) =>
      rangee.forEach((contenu, c) => {
        if (contenu === '') return;
        const ou = adresseDe(plage.ligne + l, plage.colonne + c);
        refuser(
          `La cellule ${ou} est remplie : libérer la plage ${adressePlage(plage)}, ou choisir d’autres colonnes.`,
        );
      }),
    );
    const nom = suivies.nouveau(PREFIXE);
    zone.formulas = cellules.map((rangee) => rangee.map(aEcrire));
    suivre(context, nom, zone);
    const presentes = entrees.filter((e) => suivies.lieu(e.nom));
    poserReglage(context, REGLAGE, [
      ...presentes,
      { nom, cellules: cellules.map((rangee) => rangee.map(aReconnaitre)) },
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
    zone.load('formulas,values');
    await context.sync();
    if (!intactes(zone, entree)) {
      return refuser(
        `Les colonnes écrites en ${lieu.adresse} de « ${lieu.nomDeFeuille} » ont été modifiées depuis : elles sont laissées telles quelles. Les supprimer à la main si elles ne servent plus.`,
      );
    }
    zone.clear('Contents');
    poserReglage(context, REGLAGE, presentes.length > 0 ? presentes.map((p) => p.entree) : null);
    const suivis = new Set(presentes.map((p) => p.entree.nom));
    oublier(
      context,
      suivies,
      entrees.map(({ nom }) => nom).filter((nom) => !suivis.has(nom)),
    );
    await context.sync();
    return lieu;
  });

/** Une formule telle quelle ; un texte, sans qu'Excel y voie un nombre ou une date. */
const aEcrire = (contenu: string | number): string | number =>
  typeof contenu === 'number' || contenu === '' || contenu.startsWith(FORMULE) ? contenu : `'${typographier(contenu)}`;

const aReconnaitre = (contenu: string | number): string | number => {
  if (typeof contenu === 'number') return contenu;
  return contenu.startsWith(FORMULE) ? FORMULE : typographier(contenu);
};

/** Une ligne insérée plus haut récrit les formules : on ne demande que d'en être encore une. */
const intactes = ({ formulas, values }: Excel.Range, { cellules }: Inserees): boolean =>
  values.length === cellules.length &&
  values.every(
    (rangee: unknown[], l) =>
      rangee.length === cellules[l]!.length &&
      rangee.every((valeur, c) =>
        cellules[l]![c] === FORMULE
          ? String(formulas[l]![c]).startsWith(FORMULE)
          : valeur === cellules[l]![c] && formulas[l]![c] === valeur,
      ),
  );
