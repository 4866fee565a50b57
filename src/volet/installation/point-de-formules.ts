import { executer } from '../../classeur/excel/executer';
import { enNotationDExcel } from '../etat/formules';
import { attendreValeurs, ecrireValeurs, lireFormules, memes } from './calcul';
import { juger, type Chantier, type Enonce, type Point } from './point';

/** Ce que des formules, en notation française, doivent rendre de haut en bas ; une seule se déverse. */
export interface Essai {
  /** Ce qui est écrit avant elles, depuis A1. */
  readonly saisies?: readonly (readonly (string | number)[])[];
  readonly formules: readonly string[];
  readonly valeurs: readonly (string | number)[];
  /** Tapées comme le ferait l'agent, « ; » et virgule décimale. */
  readonly locales?: boolean;
}

const COLONNE = 'F';

/** Écrit les formules dans la feuille provisoire ; rend ce qu'elles valent et leur adresse. */
export async function ecrireFormules(
  chantier: Chantier,
  { saisies = [], formules, valeurs, locales = false }: Essai,
): Promise<{ readonly lues: readonly unknown[]; readonly adresse: string; readonly tete: string }> {
  const tete = `${COLONNE}1:${COLONNE}${formules.length}`;
  const adresse = `${COLONNE}1:${COLONNE}${valeurs.length}`;
  await executer(async (context) => {
    const { plage } = chantier;
    if (saisies.length > 0)
      plage(context, 'A1').getResizedRange(saisies.length - 1, saisies[0]!.length - 1).values = saisies.map((r) => [
        ...r,
      ]);
    if (locales) plage(context, tete).formulasLocal = formules.map((f) => [f]);
    else plage(context, tete).formulas = formules.map((f) => [enNotationDExcel(f)]);
    await context.sync();
  });
  return { lues: await attendreValeurs(chantier, adresse, valeurs), adresse, tete };
}

/** Un point que disent ses formules : leurs valeurs, et nulle part un « @ ». */
export const pointDeFormules = (
  { attendu, ...enonce }: Omit<Enonce, 'attendu'> & Partial<Enonce>,
  essai: Essai,
): Point => ({
  ...enonce,
  attendu: attendu ?? essai.formules.map((f, i) => `${f} : ${ecrireValeurs([essai.valeurs[i]])}`).join(' ; '),
  async essayer(chantier) {
    const { lues, tete } = await ecrireFormules(chantier, essai);
    const relues = await lireFormules(chantier, tete);
    const changees = relues.filter((f) => String(f).includes('@'));
    return juger(
      memes(lues, essai.valeurs) && changees.length === 0,
      [ecrireValeurs(lues), ...changees].join(' ; relue '),
    );
  },
});
