import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { definir, methode, valeur, type Objet } from './cadre';

interface CibleReglage {
  hote: Hote;
  cle: string;
}

const reglage = definir<CibleReglage>({
  nom: 'Setting',
  identite: ({ cle }) => ({ _Id: cle }),
  membres: {
    Key: valeur('1.4', ({ cle }) => cle),
    Value: valeur(
      '1.4',
      ({ hote, cle }) => hote.modele.classeur.reglages[cle],
      ({ hote, cle }, v) => {
        hote.modele.regler(cle, v, 'complement');
      },
    ),
    Delete: methode('1.4', ({ hote, cle }) => {
      hote.modele.regler(cle, undefined, 'complement');
    }),
  },
});

const chercher = (hote: Hote, cle: string): Objet | null =>
  Object.hasOwn(hote.modele.classeur.reglages, cle) ? reglage({ hote, cle }) : null;
const exiger = (hote: Hote, cle: string): Objet => {
  const trouve = chercher(hote, cle);
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return trouve;
};

export const reglages: (hote: Hote) => Objet = definir<Hote>({
  nom: 'SettingCollection',
  collection: {
    elements: (hote) => Object.keys(hote.modele.classeur.reglages).map((cle) => reglage({ hote, cle })),
    element: (hote, a) => exiger(hote, a.texte(0)),
  },
  membres: {
    GetCount: methode('1.4', (hote) => Object.keys(hote.modele.classeur.reglages).length),
    GetItem: methode('1.4', (hote, a) => exiger(hote, a.texte(0))),
    GetItemOrNullObject: methode('1.4', (hote, a) => chercher(hote, a.texte(0))),
    Add: methode('1.4', (hote, a) => {
      const cle = a.texte(0);
      hote.modele.regler(cle, a.brut(1) ?? null, 'complement');
      return reglage({ hote, cle });
    }),
  },
});
