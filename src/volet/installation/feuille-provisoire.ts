import { executer } from '../../classeur/excel/executer';
import { demanderFeuilles, nomLibre } from '../../classeur/excel/feuilles';
import { nomsDe, REGLAGE as FIGEMENT, type Figee } from '../../classeur/excel/figement';
import { orphelins } from '../../classeur/excel/journal';
import { debutDeNom } from '../../classeur/excel/noms';
import { demanderReglage, poserReglage } from '../../classeur/excel/reglages';
import { REGLAGE as REPARATION } from '../../classeur/excel/reparation';
import { demanderSuivies, oublier } from '../../classeur/excel/suivies';

export interface FeuilleProvisoire {
  readonly id: string;
  readonly nom: string;
  /** La feuille que l'agent regardait. */
  readonly active: string;
}

const NOM = 'Essai du complément';

export const creer = (): Promise<FeuilleProvisoire> =>
  executer(async (context) => {
    const { worksheets } = context.workbook;
    const listees = demanderFeuilles(context);
    const active = worksheets.getActiveWorksheet();
    active.load('id');
    await context.sync();
    const noms = listees().map(({ nom }) => nom);
    const nom = nomLibre(NOM, noms);
    const feuille = worksheets.add(nom);
    feuille.load('id');
    await context.sync();
    return { id: feuille.id, nom, active: active.id };
  });

export const vider = ({ id }: FeuilleProvisoire): Promise<void> =>
  executer(async (context) => {
    context.workbook.worksheets.getItem(id).getUsedRange().clear();
    await context.sync();
  });

/** Ce qu'un essai coupé a pu laisser au journal d'un geste, et le tour qu'il tenait. */
const JOURNAUX = [
  { cle: FIGEMENT, tour: 'VG' },
  { cle: REPARATION, tour: 'VF' },
] as const;

/**
 * Retire la feuille, ceux de nos noms qui y mènent et ce qu'un journal en garde : un essai coupé a pu en laisser. Rend la feuille de
 * l'agent si l'autre se montrait.
 */
export const retirer = ({ id, active }: FeuilleProvisoire): Promise<void> =>
  executer(async (context) => {
    const { worksheets } = context.workbook;
    const provisoire = worksheets.getItemOrNullObject(id);
    provisoire.load('id');
    const montree = worksheets.getActiveWorksheet();
    montree.load('id');
    const regardee = worksheets.getItemOrNullObject(active);
    regardee.load('id');
    const demande = demanderSuivies(context);
    const journaux = JOURNAUX.map((journal) => ({ ...journal, lu: demanderReglage(context, journal.cle) }));
    await context.sync();
    if (provisoire.isNullObject) return;
    const suivies = demande();
    const estSur = (nom: string) => suivies.lieu(nom)?.feuille === id;
    const restes = [...suivies.noms.keys()].filter((nom) => nom.startsWith(debutDeNom('')) && estSur(nom));
    for (const { cle, tour, lu } of journaux) {
      const entrees = (lu() ?? []) as readonly Figee[];
      const gardees = entrees.filter(({ nom }) => !estSur(nom));
      if (gardees.length === entrees.length) continue;
      const otees = entrees.filter(({ nom }) => estSur(nom)).flatMap(nomsDe);
      const rendus = gardees.length === 0 ? orphelins(suivies, [tour], []) : [];
      restes.push(...[...otees, ...rendus].map(({ nom }) => nom));
      poserReglage(context, cle, gardees.length > 0 ? gardees : null);
    }
    oublier(
      context,
      suivies,
      [...new Set(restes)].map((nom) => ({ nom })),
    );
    // L'agent a pu la supprimer pendant l'essai.
    if (montree.id === id && !regardee.isNullObject) regardee.activate();
    provisoire.delete();
    await context.sync();
  });
