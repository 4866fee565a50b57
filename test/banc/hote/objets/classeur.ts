import { uneCellule } from '../adresses';
import { type Hote } from '../hote';
import { definir, lien, methode, valeur, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { commentaires } from './commentaires';
import { feuilles } from './feuilles';
import { noms } from './noms';
import { plage } from './plage';
import { reglages } from './reglages';

const application = definir<Hote>({
  nom: 'Application',
  membres: {
    CalculationMode: valeur('1.1', () => 'Automatic'),
    DecimalSeparator: valeur('1.11', () => ','),
  },
});

const execution = definir<Hote>({
  nom: 'Runtime',
  membres: {
    EnableEvents: valeur(
      '1.8',
      (hote) => hote.evenements.actifs,
      (hote, v) => {
        hote.evenements.actifs = v === true;
      },
    ),
  },
});

const protection = definir<Hote>({
  nom: 'WorkbookProtection',
  membres: {
    Protected: valeur('1.7', (hote) => hote.classeurProtege),
  },
});

const selection = (hote: Hote): Plage => {
  const { feuille, zone } = hote.modele.selection();
  return new Plage(hote, feuille, zone);
};
/** La plage d'un événement : l'hôte la désigne par « feuille!adresse ». */
const plageDEvenement = (hote: Hote, reference: string): Objet => {
  const { feuille, zone } = hote.evenements.plage(reference);
  return plage(new Plage(hote, feuille, zone));
};

export const classeur: (hote: Hote) => Objet = definir<Hote>({
  nom: 'Workbook',
  membres: {
    Application: lien('1.1', (hote) => application(hote)),
    Worksheets: lien('1.1', (hote) => feuilles(hote)),
    Names: lien('1.1', (hote) => noms(hote)),
    Comments: lien('1.10', (hote) => commentaires({ hote })),
    Settings: lien('1.4', (hote) => reglages(hote)),
    Protection: lien('1.7', (hote) => protection(hote)),
    _Runtime: lien('1.5', (hote) => execution(hote)),
    GetActiveCell: methode('1.7', (hote) => {
      const choisie = selection(hote);
      return plage(choisie.autre(uneCellule(choisie.bornes.ligne, choisie.bornes.colonne)));
    }),
    _RemoveReference: methode('1.1', (hote, a) => {
      hote.oublier(a.texte(0));
    }),
    _RemoveAllReferences: methode('1.1', (hote) => {
      for (const id of [...hote.references.keys()]) hote.oublier(id);
    }),
    _GetReferenceCount: methode('1.1', (hote) => hote.references.size),
    _GetRangeForEventByReferenceId: methode('1.1', (hote, a) => plageDEvenement(hote, a.texte(0))),
    _GetRangeOrNullObjectForEventByReferenceId: methode('1.1', (hote, a) => plageDEvenement(hote, a.texte(0))),
  },
});
