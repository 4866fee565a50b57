import { peut } from '../../../classeur/excel/capacites';
import { executer } from '../../../classeur/excel/executer';
import { pointDeFormules } from '../point-de-formules';
import { NonEssaye, type Point } from '../point';

const SAISIE = pointDeFormules(
  { numero: 6, titre: 'Saisie française : « ; » et virgule décimale' },
  { formules: ['=SRU.OBJECTIF.DEPUIS(500;16,2;20)'], valeurs: [250], locales: true },
);

const separateurDecimal = (): Promise<string> =>
  executer(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator');
    await context.sync();
    return application.decimalSeparator;
  });

export const SAISIE_FRANCAISE: Point = {
  ...SAISIE,
  async essayer(chantier) {
    const separateur = peut('separateurs') ? await separateurDecimal() : ',';
    if (separateur !== ',') throw new NonEssaye(`cet Excel n’est pas réglé en français : 16${separateur}2`);
    return SAISIE.essayer(chantier);
  },
};
