/// <reference types="office-js" />
import type { Emplacement } from '../classeur';
import { lireReference } from './adresses';
import { refuser } from './erreurs';
import { executer } from './executer';

/** Montre et sélectionne l'emplacement. */
export const allerA = ({ feuille: id, adresse }: Emplacement): Promise<void> =>
  executer(async (context) => {
    const feuille = context.workbook.worksheets.getItemOrNullObject(id);
    feuille.load('name,visibility');
    await context.sync();
    if (feuille.isNullObject) return refuser('La feuille a été supprimée : refaites le contrôle.');
    if (feuille.visibility !== 'Visible') {
      return refuser(
        `La feuille « ${feuille.name} » est masquée : affichez-la (clic droit sur un onglet, « Afficher »).`,
      );
    }
    feuille.activate();
    feuille.getRange(adresse).select();
    await context.sync();
  });

/** Écrit une formule (notation d'Excel : anglais, virgules) dans la cellule active. */
export const inserer = (formule: string, remplacer = false): Promise<Emplacement> =>
  executer(async (context) => {
    const cellule = context.workbook.getActiveCell();
    cellule.load('address,formulas,numberFormat');
    cellule.worksheet.load('id');
    await context.sync();
    const { adresse = '' } = lireReference(cellule.address) ?? {};
    if (!remplacer && cellule.formulas[0]![0] !== '') {
      return refuser(`La cellule ${adresse} est remplie : choisissez-en une vide, ou confirmez le remplacement.`);
    }
    // Sous le format « texte », Excel montrerait la formule au lieu de la calculer.
    if (cellule.numberFormat[0]![0] === '@') cellule.numberFormat = [['General']];
    cellule.formulas = [[formule]];
    await context.sync();
    return { feuille: cellule.worksheet.id, adresse };
  });
