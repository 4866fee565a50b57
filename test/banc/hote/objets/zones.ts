import { definir, valeur, type Objet } from './cadre';
import { type Plage } from './cible-plage';

/** Plusieurs plages d'une même feuille (RangeAreas). */
export const zones: (cible: readonly Plage[]) => Objet = definir({
  nom: 'RangeAreas',
  reperes: (plages: readonly Plage[]) => plages,
  membres: {
    Address: valeur('1.9', (plages) => plages.map((p) => p.adresse).join(',')),
  },
});
