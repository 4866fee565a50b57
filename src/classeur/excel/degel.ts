/// <reference types="office-js" />
import { typographier } from '../../nombres';
import { plageDe } from '../../tableau';
import type { Geste } from '../classeur';
import { peut } from './capacites';
import { estFormule, sansReferences } from './empreinte';
import { chacun, executer, parLots } from './executer';
import { estFigee, nomsDe, GENRES, REGLAGE, type Figee } from './figement';
import { ecrireHorsTexte } from './hors-texte';
import { lireJournal, orphelins, partager, refusees, reussis, RIEN, separer, touchee } from './journal';
import { demanderOuverture } from './ouverture';
import { decouper, recomposer } from './references';
import { effacerReglage, poserReglage } from './reglages';
import { demanderProtections, laisser, oublier, plageDuLieu, type Lieu, type Suivies } from './suivies';
import { prendreTour } from './tour';

const CHANGEE = 'La cellule a été modifiée depuis qu’elle est figée : elle est laissée ; sa formule était celle-ci.';
const REFERENCES_PERDUES =
  'Une cellule que lisait la formule a été supprimée ou déplacée : la valeur est gardée ; la formule, à ressaisir, était celle-ci.';
const PERDUE =
  'Une cellule figée n’est plus là (supprimée, ou recouverte par une autre) : sa formule était celle-ci, à ressaisir s’il le faut.';

/**
 * Rend leurs formules aux cellules figées, références tenues à jour. Ce que l'agent a changé depuis n'est pas écrasé ; une formule
 * qui ne revient pas est montrée avant d'être oubliée. `seule` : l'identité de la seule feuille à dégeler.
 */
export const degeler = (seule?: string): Promise<Geste> =>
  executer(async (context) => {
    const { suivies, entrees: toutes } = await lireJournal(context, REGLAGE, estFigee);
    const { siennes: entrees, autres } = partager(toutes, suivies, seule);
    const seuls = orphelins(suivies, GENRES, toutes.flatMap(nomsDe));
    const tour = prendreTour(context, suivies, 'G');
    if (entrees.length + seuls.length === 0 && !tour.lu) return RIEN;
    const cellules = entrees.flatMap((figee) => {
      const lieu = suivies.lieu(figee.nom);
      if (!lieu) return [];
      const plage = plageDuLieu(context, lieu);
      plage.load('formulas,numberFormat');
      return {
        ...{ figee, lieu, plage, formule: formuleRendue(figee, lieu, suivies) },
        deversee: demanderSiDeversee(context, figee, lieu),
      };
    });
    const protegees = demanderProtections(context, cellules);
    const ouverture = demanderOuverture(context);
    await context.sync();

    const { ouvertes, laissees } = separer(cellules, protegees());
    // D'un geste interrompu, une cellule peut déjà (ou encore) porter sa formule : il reste au plus à libérer sa plage.
    const revenues = ouvertes.filter(estRevenue);
    const reste = ouvertes.filter((c) => !revenues.includes(c));
    const intacte = ({ plage, figee }: (typeof ouvertes)[number]) => memes(plage.formulas, figee.valeurs);
    const [changees, intactes] = [reste.filter((c) => !intacte(c)), reste.filter(intacte)];
    const aFinir = revenues.filter((c) => !c.deversee() && aLiberer(c.plage.formulas, c.figee.valeurs));
    const aRendre = [...intactes, ...aFinir].flatMap(({ formule, ...cellule }) =>
      formule === null ? [] : { ...cellule, formule },
    );
    const rendre = ({ lieu, formule, plage }: (typeof aRendre)[number]) =>
      ecrireHorsTexte(plageDuLieu(context, lieu), plage.numberFormat as unknown[][], () =>
        rendreFormule(context, lieu, formule),
      );
    const refus = await chacun(context, aRendre, rendre, tour);
    const closes = protegees();
    const refuses = new Set(refus.map(({ geste }) => geste.figee));
    const restantes = [
      ...autres,
      ...entrees.filter((e) => refuses.has(e) || closes.has(suivies.lieu(e.nom)?.feuille ?? '')),
    ];
    // Le journal en dernier : interrompu avant, ce qui n'a pas été montré le sera.
    const finir = [
      () => seule === undefined && ouverture.rendre(),
      () => oublier(context, suivies, [...seuls, ...entrees.filter((e) => !restantes.includes(e)).flatMap(nomsDe)]),
      () => {
        if (restantes.length > 0) return poserReglage(context, REGLAGE, restantes);
        tour.rendre();
        if (entrees.length > 0) effacerReglage(context, REGLAGE);
      },
    ];
    await parLots(context, finir, tour);
    const [perdues, incompletes] = [
      entrees.filter((e) => !suivies.lieu(e.nom)),
      intactes.filter(({ formule }) => formule === null),
    ];
    return {
      faites: reussis(aRendre, refus).map(({ lieu, figee, formule }) =>
        touchee(lieu, String(figee.valeurs[0]![0]), formule),
      ),
      laissees: [
        ...laissees,
        ...changees.map(({ lieu, figee, formule }) => laisser(lieu, CHANGEE, formule ?? figee.formule)),
        ...incompletes.map(({ lieu, figee }) => laisser(lieu, REFERENCES_PERDUES, figee.formule)),
        ...perdues.map(({ formule }) => ({
          emplacement: null,
          nomDeFeuille: '',
          raison: typographier(PERDUE),
          formule,
        })),
        ...refusees(refus),
      ],
    };
  });

const estRevenue = ({ plage, figee }: { readonly plage: Excel.Range; readonly figee: Figee }): boolean => {
  const contenu: unknown = plage.formulas[0]![0];
  return estFormule(contenu) && sansReferences(contenu) === sansReferences(figee.formule);
};

/** Hors de la formule, la plage ne tient que ce qui y est figé, ou déjà libéré. */
const aLiberer = (contenus: readonly (readonly unknown[])[], valeurs: Figee['valeurs']): boolean =>
  contenus.length === valeurs.length &&
  contenus.every(
    (rangee, l) =>
      rangee.length === valeurs[l]!.length &&
      rangee.every((contenu, c) => l + c === 0 || contenu === '' || contenu === valeurs[l]![c]),
  );

/** La formule s'étend-elle déjà, ou n'a-t-elle pas à le faire ? */
function demanderSiDeversee(context: Excel.RequestContext, { valeurs }: Figee, lieu: Lieu): () => boolean {
  if (valeurs.flat().length === 1 || !peut('deversement')) return () => true;
  const etendue = plageDuLieu(context, lieu).getCell(0, 0).getSpillingToRangeOrNullObject();
  etendue.load('address');
  return () => !etendue.isNullObject;
}

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
