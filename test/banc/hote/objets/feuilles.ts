import { type FeuilleDonnees } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { definir, methode, type Objet } from './cadre';
import { abonnements, feuille, toutLeClasseur } from './feuille';

/** Par identifiant ou par nom. */
const chercher = (hote: Hote, cle: string): FeuilleDonnees | undefined =>
  hote.modele.feuille(cle) ?? hote.modele.feuilleNommee(cle);
const enObjet = (hote: Hote, trouvee: FeuilleDonnees | undefined): Objet => {
  if (!trouvee) throw new ErreurHote('ItemNotFound');
  return feuille({ hote, id: trouvee.id });
};

function nomLibre(hote: Hote): string {
  for (let n = 1; ; n++) if (!hote.modele.feuilleNommee(`Feuil${n}`)) return `Feuil${n}`;
}

export const feuilles: (hote: Hote) => Objet = definir<Hote>({
  nom: 'WorksheetCollection',
  collection: {
    elements: (hote) => hote.modele.classeur.feuilles.map(({ id }) => feuille({ hote, id })),
    element: (hote, a) => enObjet(hote, chercher(hote, a.texte(0))),
  },
  membres: {
    GetItem: methode('1.1', (hote, a) => enObjet(hote, chercher(hote, a.texte(0)))),
    GetItemOrNullObject: methode('1.4', (hote, a) => {
      const trouvee = chercher(hote, a.texte(0));
      return trouvee ? feuille({ hote, id: trouvee.id }) : null;
    }),
    GetActiveWorksheet: methode('1.1', (hote) => feuille({ hote, id: hote.modele.classeur.active })),
    GetCount: methode('1.4', ({ modele }, a) => {
      const visibles = a.booleen(0);
      return modele.classeur.feuilles.filter(({ visibilite }) => !visibles || visibilite === 'Visible').length;
    }),
    Add: methode('1.1', (hote, a) => {
      if (hote.classeurProtege) throw new ErreurHote('AccessDenied');
      return enObjet(hote, hote.modele.ajouterFeuille(a.texteFacultatif(0) ?? nomLibre(hote), 'complement'));
    }),
    ...abonnements<Hote>(
      {
        ...{ DataChanged: '1.9', SelectionChanged: '1.9', Activated: '1.7', Deactivated: '1.7', Added: '1.7' },
        ...{
          Deleted: '1.7',
          Calculated: '1.8',
          FormatChanged: '1.9',
          RowHiddenChanged: '1.11',
          ProtectionChanged: '1.14',
        },
        ...{ NameChanged: 'ExcelApiOnline 1.1', VisibilityChanged: 'ExcelApiOnline 1.1' },
      },
      toutLeClasseur,
    ),
  },
});
