import { couper, englober, lireZone } from '../adresses';
import { type Graphique, type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { type Arguments } from './arguments';
import { definir, lien, methode, valeur, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { type CibleFeuille } from './feuille';
import { membresGardes } from './sac';

interface CibleGraphique {
  hote: Hote;
  id: string;
}

function graphiqueDe({ hote, id }: CibleGraphique): Graphique {
  const trouve = hote.modele.classeur.graphiques.find((graphique) => graphique.id === id);
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return trouve;
}
const annoncer = ({ hote }: { hote: Hote }): void => {
  hote.modele.emettre({ type: 'graphiques', origine: 'complement' });
};

const titre = definir<CibleGraphique>({
  nom: 'ChartTitle',
  membres: {
    Text: valeur(
      '1.1',
      (c) => graphiqueDe(c).titre ?? '',
      (c, v) => {
        graphiqueDe(c).titre = String(v);
        annoncer(c);
      },
    ),
  },
});

const legende = definir<CibleGraphique>({
  nom: 'ChartLegend',
  membres: membresGardes('1.1', { Position: 'Right' }, (c) => ({
    lire: (cle) => graphiqueDe(c).reglages?.[`legend.${cle}`],
    ecrire: (cle, v) => {
      (graphiqueDe(c).reglages ??= {})[`legend.${cle}`] = v;
      annoncer(c);
    },
  })),
});

/** Une cellule dite par une plage ou par une adresse. */
function celluleDe(args: Arguments, rang: number): Zone | undefined {
  const passee = args.objet(rang)?.cible;
  if (passee instanceof Plage) return passee.bornes;
  const texte = args.texteFacultatif(rang);
  if (texte === undefined) return undefined;
  const zone = lireZone(couper(texte).reste);
  if (!zone) throw new ErreurHote('InvalidArgument');
  return zone;
}

const graphique = definir<CibleGraphique>({
  nom: 'Chart',
  identite: ({ id }) => ({ Id: id }),
  membres: {
    Title: lien('1.1', (c) => titre(c)),
    Legend: lien('1.1', (c) => legende(c)),
    SetPosition: methode('1.1', (c, a) => {
      const [debut, fin] = [celluleDe(a, 0), celluleDe(a, 1)];
      if (!debut) throw new ErreurHote('InvalidArgument');
      graphiqueDe(c).position = fin ? englober(debut, fin) : debut;
      annoncer(c);
    }),
  },
});

const miens = ({ hote, id }: CibleFeuille) => hote.modele.classeur.graphiques.filter((g) => g.feuille === id);

export const graphiques: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'ChartCollection',
  collection: {
    elements: (f) => miens(f).map(({ id }) => graphique({ hote: f.hote, id })),
    element: ({ hote }, a) => graphique({ hote, id: graphiqueDe({ hote, id: a.texte(0) }).id }),
  },
  membres: {
    GetCount: methode('1.4', (f) => miens(f).length),
    Add: methode('1.1', (f, a) => {
      const source = a.objet(1)?.cible;
      if (!(source instanceof Plage)) throw new ErreurHote('InvalidArgument');
      f.hote.modele.exigerOuverte(f.id);
      const id = f.hote.modele.identifiant('G');
      f.hote.modele.classeur.graphiques.push({
        ...{ id, feuille: f.id, nom: `Graphique ${miens(f).length + 1}`, type: a.texte(0), source: source.bornes },
        reglages: { seriesBy: a.texteFacultatif(2) ?? 'Auto' },
      });
      annoncer(f);
      return graphique({ hote: f.hote, id });
    }),
  },
});
