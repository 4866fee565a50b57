import { couper, englober, lireZone } from '../adresses';
import { type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { type Arguments } from './arguments';
import { definir, lien, methode, valeur, type Membre, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { feuille, type CibleFeuille } from './feuille';
import {
  annoncerGraphiques,
  axes,
  etiquettes,
  graphiqueDe,
  leFormat,
  legende,
  series,
  type Partie,
} from './graphique-parties';
import { membresGardes } from './sac';

interface CibleGraphique {
  hote: Hote;
  id: string;
}
const partie = (c: CibleGraphique, chemin: string): Partie => ({ ...c, chemin });
const reglagesDe = (c: CibleGraphique) => (graphiqueDe(c).reglages ??= {});

const titre = definir<Partie>({
  nom: 'ChartTitle',
  membres: {
    Text: valeur(
      '1.1',
      (p) => graphiqueDe(p).titre ?? '',
      (p, v) => {
        graphiqueDe(p).titre = String(v);
        annoncerGraphiques(p);
      },
    ),
    ...membresGardes<Partie>('1.1', { Visible: true, Overlay: false }, (p) => ({
      lire: (cle) => graphiqueDe(p).reglages?.[`title.${cle}`],
      ecrire: (cle, v) => {
        reglagesDe(p)[`title.${cle}`] = v;
        annoncerGraphiques(p);
      },
    })),
    Format: leFormat,
  },
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

const place = membresGardes<CibleGraphique>('1.1', { Top: 0, Left: 0, Width: 360, Height: 216 }, (c) => ({
  lire: (cle) => graphiqueDe(c).reglages?.[cle],
  ecrire: (cle, v) => {
    reglagesDe(c)[cle] = v;
    annoncerGraphiques(c);
  },
}));
const aspect: Record<string, Membre<CibleGraphique>> = {
  ChartType: valeur(
    '1.7',
    (c) => graphiqueDe(c).type,
    (c, v) => {
      graphiqueDe(c).type = String(v);
      annoncerGraphiques(c);
    },
  ),
  Style: valeur(
    '1.8',
    (c) => graphiqueDe(c).reglages?.style ?? 201,
    (c, v) => {
      reglagesDe(c).style = v;
      annoncerGraphiques(c);
    },
  ),
};

const graphique = definir<CibleGraphique>({
  nom: 'Chart',
  identite: ({ id }) => ({ Id: id }),
  membres: {
    Id: valeur('1.7', ({ id }) => id),
    Name: valeur(
      '1.1',
      (c) => graphiqueDe(c).nom,
      (c, v) => {
        graphiqueDe(c).nom = String(v);
        annoncerGraphiques(c);
      },
    ),
    ...place,
    ...aspect,
    Title: lien('1.1', (c) => titre(partie(c, 'title'))),
    Legend: lien('1.1', (c) => legende(partie(c, 'legend'))),
    Axes: lien('1.1', (c) => axes(partie(c, 'axes'))),
    Series: lien('1.1', (c) => series(partie(c, 'series'))),
    DataLabels: lien('1.1', (c) => etiquettes(partie(c, 'dataLabels'))),
    Worksheet: lien('1.2', (c) => feuille({ hote: c.hote, id: graphiqueDe(c).feuille })),
    SetPosition: methode('1.1', (c, a) => {
      const [debut, fin] = [celluleDe(a, 0), celluleDe(a, 1)];
      if (!debut) throw new ErreurHote('InvalidArgument');
      graphiqueDe(c).position = fin ? englober(debut, fin) : debut;
      annoncerGraphiques(c);
    }),
    SetData: methode('1.1', (c, a) => {
      const source = a.objet(0)?.cible;
      if (!(source instanceof Plage)) throw new ErreurHote('InvalidArgument');
      graphiqueDe(c).source = source.bornes;
      annoncerGraphiques(c);
    }),
    Activate: methode('1.9', () => undefined),
    Delete: methode('1.1', (c) => {
      const { classeur } = c.hote.modele;
      const efface = graphiqueDe(c);
      classeur.graphiques = classeur.graphiques.filter((autre) => autre !== efface);
      annoncerGraphiques(c);
    }),
  },
});

const miens = ({ hote, id }: CibleFeuille) => hote.modele.classeur.graphiques.filter((g) => g.feuille === id);
const chercher = (f: CibleFeuille, cle: string): Objet | null => {
  const trouve = miens(f).find((g) => g.id === cle || g.nom.toLowerCase() === cle.toLowerCase());
  return trouve ? graphique({ hote: f.hote, id: trouve.id }) : null;
};
const exiger = (objet: Objet | null | undefined): Objet => {
  if (!objet) throw new ErreurHote('ItemNotFound');
  return objet;
};
const elements = (f: CibleFeuille) => miens(f).map(({ id }) => graphique({ hote: f.hote, id }));

export const graphiques: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'ChartCollection',
  collection: { elements, element: (f, a) => exiger(chercher(f, a.texte(0))) },
  membres: {
    Count: valeur('1.1', (f) => miens(f).length),
    GetCount: methode('1.4', (f) => miens(f).length),
    GetItem: methode('1.1', (f, a) => exiger(chercher(f, a.texte(0)))),
    GetItemOrNullObject: methode('1.4', (f, a) => chercher(f, a.texte(0))),
    GetItemAt: methode('1.1', (f, a) => exiger(elements(f)[a.entier(0)])),
    Add: methode('1.1', (f, a) => {
      const source = a.objet(1)?.cible;
      if (!(source instanceof Plage)) throw new ErreurHote('InvalidArgument');
      f.hote.modele.exigerOuverte(f.id);
      const id = f.hote.modele.identifiant('G');
      f.hote.modele.classeur.graphiques.push({
        ...{ id, feuille: f.id, nom: `Graphique ${miens(f).length + 1}`, type: a.texte(0), source: source.bornes },
        reglages: { seriesBy: a.texteFacultatif(2) ?? 'Auto' },
      });
      annoncerGraphiques(f);
      return graphique({ hote: f.hote, id });
    }),
  },
});
