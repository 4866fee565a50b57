import { executer } from '../../../classeur/excel/executer';
import { ecrireValeurs, memes } from '../calcul';
import { juger, type Point } from '../point';

const FORMATS = ['General', '@', '#,##0', '0.0 %', '#,##0 "€"', 'dd/mm/yyyy'];

export const FORMATS_DE_NOMBRE: Point = {
  numero: 43,
  titre: 'Formats de nombre',
  attendu: `relus tels qu’écrits : ${ecrireValeurs(FORMATS)}`,
  async essayer({ plage }) {
    const relus = await executer(async (context) => {
      const ecrits = plage(context, `A1:A${FORMATS.length}`);
      ecrits.numberFormat = FORMATS.map((format) => [format]);
      ecrits.load('numberFormat');
      await context.sync();
      return ecrits.numberFormat.flat() as unknown[];
    });
    return juger(memes(relus, FORMATS), ecrireValeurs(relus));
  },
};
