/// <reference types="office-js" />
import { plageDe } from '../../tableau';
import type { Geste } from '../classeur';
import { chacun, executer } from './executer';
import { estFigee, nomsDe, REGLAGE, type Figee } from './figement';
import { lireJournal, refusees, reussis, RIEN, separer, touchee } from './journal';
import { decouper, recomposer } from './references';
import { poserReglage } from './reglages';
import { demanderProtections, laisser, oublier, plageDuLieu, type Lieu, type Suivies } from './suivies';

const CHANGEE = 'La cellule a été modifiée depuis qu’elle est figée : elle est laissée telle quelle.';
const referencesPerdues = (formule: string) =>
  `Une cellule que lisait la formule a été supprimée ou déplacée : la valeur est gardée, la formule est à ressaisir. C’était ${formule}.`;

/** Rend leurs formules aux cellules figées, références tenues à jour ; ce que l'agent a changé depuis n'est pas écrasé. */
export const degeler = (): Promise<Geste> =>
  executer(async (context) => {
    const { suivies, entrees } = await lireJournal(context, REGLAGE, estFigee);
    if (entrees.length === 0) return RIEN;
    const cellules = entrees.flatMap((figee) => {
      const lieu = suivies.lieu(figee.nom);
      if (!lieu) return [];
      const plage = plageDuLieu(context, lieu);
      plage.load('formulas');
      return { figee, lieu, plage, formule: formuleRendue(figee, lieu, suivies) };
    });
    const protegees = demanderProtections(context, cellules);
    await context.sync();

    const { ouvertes, laissees } = separer(cellules, protegees());
    const intacte = ({ plage, figee }: (typeof ouvertes)[number]) => memes(plage.formulas, figee.valeurs);
    const [changees, intactes] = [ouvertes.filter((c) => !intacte(c)), ouvertes.filter(intacte)];
    const aRendre = intactes.flatMap(({ formule, ...cellule }) => (formule === null ? [] : { ...cellule, formule }));
    const refus = await chacun(context, aRendre, ({ lieu, formule }) => {
      rendreFormule(context, lieu, formule);
    });
    const closes = protegees();
    const refuses = new Set(refus.map(({ geste }) => geste.figee));
    const restantes = entrees.filter((e) => refuses.has(e) || closes.has(suivies.lieu(e.nom)?.feuille ?? ''));
    poserReglage(context, REGLAGE, restantes.length > 0 ? restantes : null);
    oublier(context, suivies, entrees.filter((e) => !restantes.includes(e)).flatMap(nomsDe));
    await context.sync();
    return {
      faites: reussis(aRendre, refus).map(({ lieu, figee, formule }) =>
        touchee(lieu, String(figee.valeurs[0]![0]), formule),
      ),
      laissees: [
        ...laissees,
        ...changees.map(({ lieu }) => laisser(lieu, CHANGEE)),
        ...intactes
          .filter(({ formule }) => formule === null)
          .map(({ lieu, figee }) => laisser(lieu, referencesPerdues(figee.formule))),
        ...refusees(refus),
      ],
    };
  });

/** La formule d'abord : refusée, elle laisse la valeur en place. Le reste de la plage est ensuite libéré pour qu'elle s'y étende. */
function rendreFormule(context: Excel.RequestContext, { feuille, adresse }: Lieu, formule: string): void {
  const { ligne, colonne, ligneFin, colonneFin } = plageDe(adresse);
  const vider = (l: number, c: number, lignes: number, colonnes: number) => {
    if (lignes > 0 && colonnes > 0) onglet.getRangeByIndexes(l, c, lignes, colonnes).clear('Contents');
  };
  const onglet = context.workbook.worksheets.getItem(feuille);
  onglet.getRangeByIndexes(ligne, colonne, 1, 1).formulas = [[formule]];
  vider(ligne, colonne + 1, 1, colonneFin - colonne);
  vider(ligne + 1, colonne, ligneFin - ligne, colonneFin - colonne + 1);
}

function formuleRendue({ formule, references, adresse }: Figee, lieu: Lieu, { noms }: Suivies): string | null {
  const suivi = references === undefined ? undefined : noms.get(references);
  if (suivi !== undefined) return recomposer(decouper(formule), suivi, lieu.nomDeFeuille);
  return decouper(formule).refs.length === 0 || lieu.adresse === adresse ? formule : null;
}

const memes = (a: readonly (readonly unknown[])[], b: readonly (readonly unknown[])[]): boolean =>
  a.length === b.length &&
  a.every((rangee, l) => rangee.length === b[l]!.length && rangee.every((valeur, c) => valeur === b[l]![c]));
