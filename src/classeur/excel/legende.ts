/// <reference types="office-js" />
import { typographier } from '../../nombres';
import type { Annotation } from '../classeur';
import { MARQUE_DE_LEGENDE, nomLibre } from './feuilles';
import { FONDS } from './fonds';
import { suivre, type Suivies } from './suivies';

const SENS: Readonly<Record<Annotation['gravite'], readonly [nom: string, sens: string]>> = {
  bloquant: ['Bloquant', 'à corriger : le tableau n’est pas conforme'],
  alerte: ['Alerte', 'à vérifier ou à justifier'],
  information: ['Information', 'à savoir ; rien à corriger'],
};

/** Ajoute la légende en fin de classeur, sans quitter la feuille de l'agent. */
export function poserLegende(context: Excel.RequestContext, { feuilles }: Suivies): void {
  const feuille = context.workbook.worksheets.add(
    nomLibre(
      'Légende SRU',
      feuilles.map(({ nom }) => nom),
    ),
  );
  suivre(context, MARQUE_DE_LEGENDE, feuille.getRange('A1'));
  const lignes = Object.values(SENS).map(([nom, sens]) => [nom, typographier(sens)]);
  const fin = typographier(
    'Feuille ajoutée par « Mutualisation SRU » ; « Retirer les annotations » la supprime et rend aux cellules leur fond.',
  );
  feuille.getRange('A1:B1').values = [['Annotations du contrôle', 'Sens']];
  feuille.getRange('A1:B1').format.font.bold = true;
  feuille.getRange('A2:B4').values = lignes;
  feuille.getRange('A6').values = [[fin]];
  Object.values(FONDS).forEach((fond, rang) => (feuille.getRange(`A${rang + 2}`).format.fill.color = fond));
  feuille.getRange('A:A').format.columnWidth = 140;
  feuille.getRange('B:B').format.columnWidth = 260;
}
