import { ecrireZone } from '../adresses';
import { ErreurHote } from '../erreurs';
import { definir, lien, methode, type Objet } from './cadre';
import { Plage, zonesDe } from './cible-plage';
import { type CibleFeuille } from './feuille';
import { plage } from './plage';
import { membresGardes, type Sac } from './sac';
import { type Arguments } from './arguments';

/** Les réglages de page d'une feuille, gardés sous « section.nom ». */
const sacDe =
  (section: string) =>
  ({ hote, id }: CibleFeuille): Sac => {
    const { miseEnPage } = hote.modele.exigerFeuille(id);
    const prefixe = section === '' ? '' : `${section}.`;
    return {
      lire: (cle) => miseEnPage[prefixe + cle],
      ecrire: (cle, v) => {
        hote.modele.exigerOuverte(id).miseEnPage[prefixe + cle] = v;
        hote.modele.emettre({ type: 'mise en page', feuille: id, origine: 'complement' });
      },
    };
  };

const ENTETES = ['Left', 'Center', 'Right'].flatMap((cote) => [`${cote}Header`, `${cote}Footer`]);
const entetesDe = (section: string) =>
  definir<CibleFeuille>({
    nom: 'HeaderFooter',
    membres: membresGardes('1.9', Object.fromEntries(ENTETES.map((nom) => [nom, ''])), sacDe(section)),
  });
const toutes = entetesDe('headersFooters.defaultForAllPages');
const premiere = entetesDe('headersFooters.firstPage');
const paires = entetesDe('headersFooters.evenPages');
const impaires = entetesDe('headersFooters.oddPages');

const groupe = definir<CibleFeuille>({
  nom: 'HeaderFooterGroup',
  membres: {
    DefaultForAllPages: lien('1.9', (f) => toutes(f)),
    FirstPage: lien('1.9', (f) => premiere(f)),
    EvenPages: lien('1.9', (f) => paires(f)),
    OddPages: lien('1.9', (f) => impaires(f)),
    ...membresGardes('1.9', { State: 'Default', UseSheetMargins: true, UseSheetScale: true }, sacDe('headersFooters')),
  },
});

/** L'adresse d'une plage passée en objet ou en texte. */
function adresse(f: CibleFeuille, args: Arguments): string {
  const passee = args.objet(0)?.cible;
  if (passee instanceof Plage) return ecrireZone(passee.bornes);
  return zonesDe(f.hote, f.id, args.texte(0))
    .map(({ zone }) => ecrireZone(zone))
    .join(',');
}
const retenir = (cle: string, section = '') =>
  methode<CibleFeuille>('1.9', (f, a) => {
    sacDe(section)(f).ecrire(cle, adresse(f, a));
  });

/** Le filtre d'une feuille : sa plage ; les critères ne sont pas gardés. */
export const filtreAutomatique: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'AutoFilter',
  membres: {
    Apply: retenir('plage', 'filtre'),
    Remove: methode('1.9', (f) => {
      sacDe('filtre')(f).ecrire('plage', undefined);
    }),
  },
});

export const miseEnPage: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'PageLayout',
  membres: {
    ...membresGardes(
      '1.9',
      {
        ...{ Orientation: 'Portrait', PaperSize: 'Letter', BlackAndWhite: false, PrintErrors: 'AsDisplayed' },
        ...{ Zoom: { scale: 100 }, CenterHorizontally: false, CenterVertically: false, PrintHeadings: false },
        ...{ PrintGridlines: false, LeftMargin: 50.4, RightMargin: 50.4, TopMargin: 54, BottomMargin: 54 },
        ...{ HeaderMargin: 21.6, FooterMargin: 21.6, PrintComments: 'NoComments', DraftMode: false },
        ...{ FirstPageNumber: null, PrintOrder: 'DownThenOver' },
      },
      sacDe(''),
    ),
    HeadersFooters: lien('1.9', (f) => groupe(f)),
    SetPrintArea: retenir('printArea'),
    SetPrintTitleRows: retenir('printTitleRows'),
    SetPrintTitleColumns: retenir('printTitleColumns'),
    SetPrintMargins: methode('1.9', (f, a) => {
      const marges = a.brut(1);
      if (typeof marges !== 'object' || marges === null) throw new ErreurHote('InvalidArgument');
      for (const [cote, taille] of Object.entries(marges)) sacDe('')(f).ecrire(`${cote}Margin`, taille);
    }),
  },
});

const figer = (cle: string) =>
  methode<CibleFeuille>('1.7', (f, a) => {
    sacDe('freezePanes')(f).ecrire(cle, a.entier(0));
  });

export const figeage: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'WorksheetFreezePanes',
  membres: {
    FreezeRows: figer('rows'),
    FreezeColumns: figer('columns'),
    FreezeAt: methode('1.7', (f, a) => {
      sacDe('freezePanes')(f).ecrire('at', adresse(f, a));
    }),
    Unfreeze: methode('1.7', (f) => {
      for (const cle of ['rows', 'columns', 'at']) sacDe('freezePanes')(f).ecrire(cle, undefined);
    }),
    GetLocationOrNullObject: methode('1.7', (f) => {
      const lignes = sacDe('freezePanes')(f).lire('rows');
      if (typeof lignes !== 'number' || lignes < 1) return null;
      const [zone] = zonesDe(f.hote, f.id, `1:${lignes}`);
      return zone ? plage(new Plage(f.hote, f.id, zone.zone)) : null;
    }),
  },
});
