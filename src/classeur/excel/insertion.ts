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
    if (feuille.isNullObject) return refuser('La feuille a été supprimée : refaire le contrôle.');
    if (feuille.visibility !== 'Visible') {
      return refuser(
        `La feuille « ${feuille.name} » est masquée : l’afficher (clic droit sur un onglet, « Afficher »).`,
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
    cellule.load('address,formulas');
    cellule.worksheet.load('id');
    await context.sync();
    const { adresse = '' } = lireReference(cellule.address) ?? {};
    if (!remplacer && cellule.formulas[0]![0] !== '') {
      return refuser(`La cellule ${adresse} est remplie : en choisir une vide, ou confirmer le remplacement.`);
    }
    cellule.formulas = [[formule]];
    await context.sync();
    return { feuille: cellule.worksheet.id, adresse };
  });
