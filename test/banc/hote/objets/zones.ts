import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { definir, lien, methode, valeur, type Objet } from './cadre';
import { type Plage } from './cible-plage';
import { feuille } from './feuille';
import { formatDe } from './format';
import { plage } from './plage';

/** Plusieurs plages d'une même feuille (RangeAreas). */
export interface Zones {
  hote: Hote;
  plages: Plage[];
}

const aires = definir<Zones>({
  nom: 'RangeCollection',
  collection: {
    elements: (z) => z.plages.map((p) => plage(p)),
    element: (z, a) => {
      const trouvee = z.plages[a.entier(0)];
      if (!trouvee) throw new ErreurHote('ItemNotFound');
      return plage(trouvee);
    },
  },
  membres: {
    GetCount: methode('1.9', (z) => z.plages.length),
    GetItemAt: methode('1.9', (z, a) => {
      const trouvee = z.plages[a.entier(0)];
      if (!trouvee) throw new ErreurHote('ItemNotFound');
      return plage(trouvee);
    }),
  },
});

const premiere = (z: Zones): Plage => {
  const [plage] = z.plages;
  if (!plage) throw new ErreurHote('ItemNotFound');
  return plage;
};

export const zones: (cible: Zones) => Objet = definir({
  nom: 'RangeAreas',
  reperes: (z: Zones) => z.plages,
  membres: {
    Address: valeur('1.9', (z) => z.plages.map((p) => p.adresse).join(',')),
    AddressLocal: valeur('1.9', (z) => z.plages.map((p) => p.adresse).join(',')),
    AreaCount: valeur('1.9', (z) => z.plages.length),
    CellCount: valeur('1.9', (z) => z.plages.reduce((n, p) => n + p.lignes * p.colonnes, 0)),
    Areas: lien('1.9', (z) => aires(z)),
    Worksheet: lien('1.9', (z) => feuille({ hote: z.hote, id: premiere(z).feuille })),
    Format: lien('1.9', (z) => formatDe(z.plages)),
    Clear: methode('1.9', (z, a) => {
      const quoi = a.parmi(0, ['All', 'Contents', 'Formats']);
      for (const p of z.plages) {
        p.hote.modele.exigerOuverte(p.feuille);
        p.hote.modele.effacer(p.feuille, p.bornes, quoi, 'complement');
      }
    }),
    Select: methode('1.9', (z) => {
      const p = premiere(z);
      p.hote.modele.selectionner(p.feuille, p.bornes, 'complement');
    }),
  },
});
