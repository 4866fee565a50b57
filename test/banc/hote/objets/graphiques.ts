import { definir, methode, valeur, type Objet } from './cadre';
import { type CibleFeuille } from './feuille';

export const graphiques: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'ChartCollection',
  collection: { elements: () => [] },
  membres: {
    Count: valeur('1.1', () => 0),
    GetCount: methode('1.4', () => 0),
  },
});
