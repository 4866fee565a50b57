import { definir, valeur, type Objet } from './cadre';
import { type CibleFeuille } from './feuille';

export const protection: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'WorksheetProtection',
  membres: {
    Protected: valeur('1.2', ({ hote, id }) => hote.modele.exigerFeuille(id).protegee),
  },
});
