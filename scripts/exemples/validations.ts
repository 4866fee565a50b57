import type { DataValidation, Worksheet } from 'exceljs';

/** Refuse une saisie, en disant ce qui est attendu. */
const refus = (champ: string, attendu: string) =>
  ({
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: champ.slice(0, 32),
    error: `Attendu : ${attendu}.`,
  }) as const;

/** Une liste de choix ; vide admis. */
export const parmi = (champ: string, ...choix: readonly string[]): DataValidation => ({
  ...refus(champ, choix.join(', ').replace(/, ([^,]*)$/, ' ou $1')),
  type: 'list',
  formulae: [`"${choix.join(',')}"`],
});

/** Un nombre entier d'au moins `minimum` ; vide admis. */
export const auMoins = (minimum: number, champ: string, attendu: string): DataValidation => ({
  ...refus(champ, attendu),
  type: 'whole',
  operator: 'greaterThanOrEqual',
  formulae: [minimum],
});

/** Pose une validation sur une plage entière : cellule par cellule, exceljs écrirait des plages qui se recouvrent. */
export function valider(feuille: Worksheet, plage: string, validation: DataValidation): void {
  const { dataValidations } = feuille as Worksheet & {
    dataValidations: { add(plage: string, validation: DataValidation): void };
  };
  dataValidations.add(plage, validation);
}
