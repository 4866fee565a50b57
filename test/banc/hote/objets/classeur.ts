import { uneCellule } from '../adresses';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { definir, lien, methode, valeur, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { commentaires } from './commentaires';
import { feuilles } from './feuilles';
import { noms } from './noms';
import { plage } from './plage';
import { reglages } from './reglages';
import { membresGardes } from './sac';
import { tableaux } from './tableaux';
import { zones } from './zones';

const culture = definir<Hote>({
  nom: 'CultureInfo',
  membres: { Name: valeur('1.11', () => 'fr-FR') },
});

const application = definir<Hote>({
  nom: 'Application',
  membres: {
    CalculationMode: valeur(
      '1.1',
      (hote) => hote.modeDeCalcul,
      (hote, v) => {
        if (!['Automatic', 'AutomaticExceptTables', 'Manual'].includes(String(v)))
          throw new ErreurHote('InvalidArgument');
        hote.modeDeCalcul = String(v);
      },
    ),
    CalculationState: valeur('1.9', () => 'Done'),
    CalculationEngineVersion: valeur('1.9', () => 191029),
    DecimalSeparator: valeur('1.11', () => ','),
    ThousandsSeparator: valeur('1.11', () => '\u202f'),
    UseSystemSeparators: valeur('1.11', () => true),
    CultureInfo: lien('1.11', (hote) => culture(hote)),
    Calculate: methode('1.1', (hote, a) => hote.recalculer(a.parmi(0, ['Recalculate', 'Full', 'FullRebuild']))),
    SuspendApiCalculationUntilNextSync: methode('1.6', () => undefined),
    SuspendScreenUpdatingUntilNextSync: methode('1.9', () => undefined),
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

const proprietes = definir<Hote>({
  nom: 'DocumentProperties',
  membres: {
    ...membresGardes<Hote>(
      '1.7',
      { Title: '', Subject: '', Author: 'Agent', Keywords: '', Comments: '', Category: '', Manager: '', Company: '' },
      ({ proprietes: gardees }) => ({
        lire: (cle) => gardees[cle],
        ecrire: (cle, v) => {
          gardees[cle] = v;
        },
      }),
    ),
    LastAuthor: valeur('1.7', (hote) => hote.modele.auteur),
  },
});

const protection = definir<Hote>({
  nom: 'WorkbookProtection',
  membres: {
    Protected: valeur('1.7', (hote) => hote.classeurProtege),
    Protect: methode('1.7', (hote) => {
      hote.classeurProtege = true;
    }),
    Unprotect: methode('1.7', (hote) => {
      hote.classeurProtege = false;
    }),
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
    Name: valeur('1.7', (hote) => hote.nomDuClasseur),
    ReadOnly: valeur('1.8', () => false),
    IsDirty: valeur(
      '1.9',
      () => true,
      () => undefined,
    ),
    AutoSave: valeur('1.9', () => false),
    PreviouslySaved: valeur('1.9', () => true),
    Application: lien('1.1', (hote) => application(hote)),
    Worksheets: lien('1.1', (hote) => feuilles(hote)),
    Tables: lien('1.1', (hote) => tableaux({ hote })),
    Names: lien('1.1', (hote) => noms({ hote })),
    Comments: lien('1.10', (hote) => commentaires({ hote })),
    Settings: lien('1.4', (hote) => reglages(hote)),
    Properties: lien('1.7', (hote) => proprietes(hote)),
    Protection: lien('1.7', (hote) => protection(hote)),
    _Runtime: lien('1.5', (hote) => execution(hote)),
    GetSelectedRange: methode('1.1', (hote) => plage(selection(hote))),
    GetSelectedRanges: methode('1.9', (hote) => zones({ hote, plages: [selection(hote)] })),
    GetActiveCell: methode('1.7', (hote) => {
      const choisie = selection(hote);
      return plage(choisie.autre(uneCellule(choisie.bornes.ligne, choisie.bornes.colonne)));
    }),
    Save: methode('1.11', () => undefined),
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
