import { peut } from '../../../classeur/excel/capacites';
import { executer } from '../../../classeur/excel/executer';
import { FONCTIONS } from '../../../fonctions/registre';
import { ecrireValeurs, memes } from '../calcul';
import { ecrireFormules } from '../point-de-formules';
import { juger, NonEssaye, type Point } from '../point';
import { REFUSEE } from './fonctions';

const VALEURS = ['#VALUE!'];

/** La phrase que la fonction joint à son refus. */
async function motif(): Promise<string> {
  const [[refus] = []] = await FONCTIONS['SRU.OBJECTIF']!([[[1_400]], [[10_000]], [[20]]]);
  return refus instanceof Error ? refus.message : '';
}

export const MOTIF: Point = {
  numero: 10,
  titre: 'Erreur et motif',
  attendu: `${REFUSEE} : ${ecrireValeurs(VALEURS)} et la phrase qui dit pourquoi`,
  async essayer(chantier) {
    const { lues, tete } = await ecrireFormules(chantier, { formules: [REFUSEE], valeurs: VALEURS });
    if (!memes(lues, VALEURS)) return juger(false, ecrireValeurs(lues));
    if (!peut('valeursRiches'))
      throw new NonEssaye(`${ecrireValeurs(lues)} ; le motif ne se lit qu’à partir d’ExcelApi 1.16`);
    const lue = await executer(async (context) => {
      const plage = chantier.plage(context, tete);
      plage.load('valuesAsJson');
      await context.sync();
      return plage.valuesAsJson[0]![0];
    });
    const attendu = await motif();
    if (Object.values(lue ?? {}).includes(attendu)) return juger(true, `${ecrireValeurs(lues)}, ${attendu}`);
    throw new NonEssaye(
      `${ecrireValeurs(lues)} ; Excel ne rend pas le motif (${JSON.stringify(lue)}) : survoler la cellule`,
    );
  },
};
