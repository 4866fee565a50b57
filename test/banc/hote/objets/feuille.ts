import { FEUILLE_ENTIERE, englober, uneCellule, verifier } from '../adresses';
import { type FeuilleDonnees, type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { CLASSEUR_ENTIER, type EVENEMENTS } from '../evenements';
import { type Hote } from '../hote';
import { type Arguments } from './arguments';
import { definir, lien, methode, valeur, type Exigence, type Membre, type Objet } from './cadre';
import { Plage, zonesDe } from './cible-plage';
import { commentaires } from './commentaires';
import { graphiques } from './graphiques';
import { filtreAutomatique, miseEnPage } from './mise-en-page';
import { plage } from './plage';
import { protection } from './protection';

export interface CibleFeuille {
  hote: Hote;
  id: string;
}

const ORIGINE = 'complement';
const donneesDe = ({ hote, id }: CibleFeuille): FeuilleDonnees => hote.modele.exigerFeuille(id);
const enPlage = (f: CibleFeuille, zone: Zone): Objet => plage(new Plage(f.hote, f.id, verifier(zone)));
const texte = (v: unknown): string => {
  if (typeof v !== 'string') throw new ErreurHote('InvalidArgument');
  return v;
};

/** Une ou plusieurs zones ; `getRange` n'en veut qu'une. */
function uneZone(f: CibleFeuille, args: Arguments): Zone {
  const adresse = args.texteFacultatif(0);
  if (adresse === undefined) return FEUILLE_ENTIERE;
  const [premiere, ...autres] = zonesDe(f.hote, f.id, adresse);
  if (!premiere) throw new ErreurHote('InvalidArgument');
  return autres.reduce((zone, { zone: suivante }) => englober(zone, suivante), premiere.zone);
}

type NomDEvenement = keyof typeof EVENEMENTS;
/** Les deux méthodes cachées par lesquelles la bibliothèque s'abonne à un événement. */
export function abonnements<C>(
  evenements: Partial<Record<NomDEvenement, Exigence>>,
  cibleDe: (cible: C) => { hote: Hote; cible: string },
): Record<string, Membre<C>> {
  const membres: Record<string, Membre<C>> = {};
  for (const [nom, exigence] of Object.entries(evenements) as [NomDEvenement, Exigence][]) {
    const wire = /^(Name|Visibility)Changed$/.test(nom) ? `Event${nom}` : `${nom}Event`;
    membres[`_Register${wire}`] = methode(exigence, (c: C) => {
      const { hote, cible } = cibleDe(c);
      hote.evenements.abonner(nom, cible);
    });
    membres[`_Unregister${wire}`] = methode(exigence, (c: C) => {
      const { hote, cible } = cibleDe(c);
      hote.evenements.desabonner(nom, cible);
    });
  }
  return membres;
}
export const toutLeClasseur = (hote: Hote) => ({ hote, cible: CLASSEUR_ENTIER });

export const feuille: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'Worksheet',
  identite: ({ id }) => ({ Id: id }),
  membres: {
    Id: valeur('1.1', ({ id }) => id),
    Name: valeur(
      '1.1',
      (f) => donneesDe(f).nom,
      (f, v) => {
        f.hote.modele.renommer(f.id, texte(v), ORIGINE);
      },
    ),
    Visibility: valeur(
      '1.1',
      (f) => donneesDe(f).visibilite,
      (f, v) => {
        f.hote.modele.montrer(f.id, texte(v) as FeuilleDonnees['visibilite'], ORIGINE);
      },
    ),
    Gridlines: valeur(
      '1.8',
      (f) => donneesDe(f).miseEnPage.showGridlines ?? true,
      (f, v) => {
        donneesDe(f).miseEnPage.showGridlines = v === true;
        f.hote.modele.emettre({ type: 'mise en page', feuille: f.id, origine: ORIGINE });
      },
    ),
    Charts: lien('1.1', (f) => graphiques(f)),
    Comments: lien('1.10', (f) => commentaires({ hote: f.hote, feuille: f.id })),
    Protection: lien('1.2', (f) => protection(f)),
    PageLayout: lien('1.9', (f) => miseEnPage(f)),
    AutoFilter: lien('1.9', (f) => filtreAutomatique(f)),
    Activate: methode('1.1', (f) => {
      f.hote.modele.activer(f.id, ORIGINE);
    }),
    Delete: methode('1.1', (f) => {
      f.hote.modele.supprimerFeuille(f.id, ORIGINE);
    }),
    GetRange: methode('1.1', (f, a) => enPlage(f, uneZone(f, a))),
    GetRangeByIndexes: methode('1.7', (f, a) => {
      const [ligne, colonne] = [a.entier(0), a.entier(1)];
      return enPlage(f, { ligne, colonne, ligneFin: ligne + a.entier(2) - 1, colonneFin: colonne + a.entier(3) - 1 });
    }),
    GetUsedRange: methode('1.1', (f, a) => {
      return enPlage(f, f.hote.modele.zoneUtilisee(f.id, a.booleen(0)) ?? uneCellule(0, 0));
    }),
    GetUsedRangeOrNullObject: methode('1.4', (f, a) => {
      const zone = f.hote.modele.zoneUtilisee(f.id, a.booleen(0));
      return zone ? enPlage(f, zone) : null;
    }),
    _GetSheetById: methode('1.7', (f, a) => feuille({ hote: f.hote, id: f.hote.modele.exigerFeuille(a.texte(0)).id })),
    ...abonnements<CibleFeuille>(
      {
        ...{ DataChanged: '1.7', SelectionChanged: '1.7', Activated: '1.7', Deactivated: '1.7', Calculated: '1.8' },
        ...{ FormatChanged: '1.9', RowHiddenChanged: '1.11', ProtectionChanged: '1.14' },
        ...{ NameChanged: 'ExcelApiOnline 1.1', VisibilityChanged: 'ExcelApiOnline 1.1' },
      },
      ({ hote, id }) => ({ hote, cible: id }),
    ),
  },
});
