import { ecrireZone } from '../adresses';
import { definir, lien, methode, type Objet } from './cadre';
import { Plage, zonesDe } from './cible-plage';
import { type CibleFeuille } from './feuille';
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

const toutesLesPages = definir<CibleFeuille>({
  nom: 'HeaderFooter',
  membres: membresGardes(
    '1.9',
    { CenterHeader: '', LeftFooter: '', RightFooter: '' },
    sacDe('headersFooters.defaultForAllPages'),
  ),
});

const groupe = definir<CibleFeuille>({
  nom: 'HeaderFooterGroup',
  membres: {
    DefaultForAllPages: lien('1.9', (f) => toutesLesPages(f)),
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
  },
});

export const miseEnPage: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'PageLayout',
  membres: {
    ...membresGardes(
      '1.9',
      { Orientation: 'Portrait', PaperSize: 'Letter', Zoom: { scale: 100 }, CenterHorizontally: false },
      sacDe(''),
    ),
    HeadersFooters: lien('1.9', (f) => groupe(f)),
    SetPrintTitleRows: retenir('printTitleRows'),
    SetPrintTitleColumns: retenir('printTitleColumns'),
  },
});
