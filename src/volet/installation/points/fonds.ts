import { executer } from '../../../classeur/excel/executer';
import { demanderFond, poserFond, uni, type Fond } from '../../../classeur/excel/fonds';
import { juger, type Point } from '../point';

const UNI = uni('#CFE2F3');
const A_MOTIF: Fond = { couleur: '#F4C7C3', motif: 'Gray25', couleurMotif: '#000000' };
const FONDS = { A1: null, A2: UNI, A3: A_MOTIF } as const;

export const FONDS_DE_CELLULE: Point = {
  numero: 23,
  titre: 'Fonds et motifs',
  attendu: 'une cellule sans fond, une unie, une à motif, reconnues, puis rendues à aucun fond',
  essayer: ({ plage }) =>
    executer(async (context) => {
      const cellules = Object.entries(FONDS).map(([adresse, fond]) => {
        const cellule = plage(context, adresse);
        poserFond(cellule, fond);
        const lire = demanderFond(cellule);
        return { cellule, fond, lire };
      });
      await context.sync();
      const reconnus = cellules.every(({ fond, lire }) => estLeMeme(lire(), fond));
      const bruts = cellules.map(({ cellule }) => {
        const { color, pattern, patternColor, tintAndShade } = cellule.format.fill;
        return JSON.stringify([color, pattern, patternColor, tintAndShade]);
      });
      const rendus = cellules.map(({ cellule }) => {
        poserFond(cellule, null);
        return demanderFond(cellule);
      });
      await context.sync();
      const retires = rendus.every((lire) => lire() === null);
      return juger(reconnus && retires, `${bruts.join(' ; ')}${retires ? '' : ' ; un fond est resté'}`);
    }),
};

/** La couleur d'un motif ne compte que sous un motif. */
const estLeMeme = (lu: Fond | null | undefined, voulu: Fond | null): boolean =>
  lu && voulu
    ? lu.couleur.toUpperCase() === voulu.couleur &&
      lu.motif === voulu.motif &&
      (voulu === UNI || lu.couleurMotif.toUpperCase() === voulu.couleurMotif)
    : lu === voulu;
