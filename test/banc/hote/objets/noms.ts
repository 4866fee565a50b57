import { citer, ecrireZone } from '../adresses';
import { type ClasseurDonnees } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { definir, methode, valeur, type Objet } from './cadre';
import { Plage } from './cible-plage';

type NomDefini = ClasseurDonnees['noms'][number];
interface CibleNom {
  hote: Hote;
  nom: NomDefini;
}

const nomDefini = definir<CibleNom>({
  nom: 'NamedItem',
  identite: ({ nom }) => ({ _Id: nom.nom }),
  membres: {
    Name: valeur('1.1', ({ nom }) => nom.nom),
    Visible: valeur(
      '1.1',
      ({ nom }) => nom.visible,
      ({ hote, nom }, v) => {
        nom.visible = v === true;
        hote.modele.emettre({ type: 'noms', origine: 'complement' });
      },
    ),
    Formula: valeur(
      '1.7',
      ({ nom }) => nom.formule,
      ({ hote, nom }, v) => {
        if (typeof v !== 'string' || !v.startsWith('=')) throw new ErreurHote('InvalidArgument');
        nom.formule = v;
        hote.modele.emettre({ type: 'noms', origine: 'complement' });
      },
    ),
    Delete: methode('1.4', ({ hote, nom }) => {
      const { classeur } = hote.modele;
      if (!classeur.noms.includes(nom)) throw new ErreurHote('ItemNotFound');
      classeur.noms = classeur.noms.filter((autre) => autre !== nom);
      hote.modele.emettre({ type: 'noms', origine: 'complement' });
    }),
  },
});

const chercher = (hote: Hote, cle: string): Objet | null => {
  const nom = hote.modele.nom(cle);
  return nom ? nomDefini({ hote, nom }) : null;
};
const exiger = (hote: Hote, cle: string): Objet => {
  const trouve = chercher(hote, cle);
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return trouve;
};
/** Ceux du classeur ; les noms propres à une feuille n'en sont pas. */
const elements = (hote: Hote) =>
  hote.modele.classeur.noms.filter(({ feuille }) => feuille === undefined).map((nom) => nomDefini({ hote, nom }));

export const noms: (hote: Hote) => Objet = definir<Hote>({
  nom: 'NamedItemCollection',
  collection: { elements, element: (hote, a) => exiger(hote, a.texte(0)) },
  membres: {
    GetCount: methode('1.4', (hote) => elements(hote).length),
    GetItem: methode('1.1', (hote, a) => exiger(hote, a.texte(0))),
    GetItemOrNullObject: methode('1.4', (hote, a) => chercher(hote, a.texte(0))),
    Add: methode('1.4', (hote, a) => {
      const reference = a.objet(1)?.cible;
      const formule =
        reference instanceof Plage
          ? `=${citer(reference.donnees.nom)}!${ecrireZone(reference.bornes, '$')}`
          : String(a.brut(1));
      const nom = hote.modele.ajouterNom(
        a.texte(0),
        formule.startsWith('=') ? formule : `="${formule.replaceAll('"', '""')}"`,
        'complement',
      );
      return nomDefini({ hote, nom });
    }),
  },
});
