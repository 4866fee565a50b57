import { type Graphique } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { couleur } from '../modele/styles';
import { definir, lien, methode, valeur, type Membre, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { membresGardes, type Sac } from './sac';

/** Une partie d'un graphique : son titre, sa légende, un axe, une série ; ses réglages sont gardés sous son chemin. */
export interface Partie {
  hote: Hote;
  id: string;
  chemin: string;
}

export function graphiqueDe({ hote, id }: { hote: Hote; id: string }): Graphique {
  const trouve = hote.modele.classeur.graphiques.find((graphique) => graphique.id === id);
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return trouve;
}
export const annoncerGraphiques = ({ hote }: { hote: Hote }): void => {
  hote.modele.emettre({ type: 'graphiques', origine: 'complement' });
};

const sac = (p: Partie): Sac => ({
  lire: (cle) => graphiqueDe(p).reglages?.[`${p.chemin}.${cle}`],
  ecrire: (cle, v) => {
    (graphiqueDe(p).reglages ??= {})[`${p.chemin}.${cle}`] = v;
    annoncerGraphiques(p);
  },
});
const dessous =
  (nom: string) =>
  (p: Partie): Partie => ({ ...p, chemin: `${p.chemin}.${nom}` });

const remplissage = definir<Partie>({
  nom: 'ChartFill',
  membres: {
    SetSolidColor: methode('1.1', (p, a) => {
      sac(p).ecrire('color', couleur(a.texte(0)));
    }),
    Clear: methode('1.1', (p) => {
      sac(p).ecrire('color', null);
    }),
    GetSolidColor: methode('1.9', (p) => sac(p).lire('color') ?? ''),
  },
});
const trait = definir<Partie>({
  nom: 'ChartLineFormat',
  membres: {
    ...membresGardes('1.1', { Color: '#000000' }, sac),
    ...membresGardes('1.7', { LineStyle: 'Continuous', Weight: 1 }, sac),
    Clear: methode('1.1', (p) => {
      sac(p).ecrire('lineStyle', 'None');
    }),
  },
});
const police = definir<Partie>({
  nom: 'ChartFont',
  membres: membresGardes('1.1', { Bold: false, Color: '#000000', Italic: false, Name: 'Calibri', Size: 10 }, sac),
});
const format = definir<Partie>({
  nom: 'ChartFormat',
  membres: {
    Fill: lien('1.1', (p) => remplissage(dessous('fill')(p))),
    Line: lien('1.1', (p) => trait(dessous('line')(p))),
    Border: lien('1.7', (p) => trait(dessous('border')(p))),
    Font: lien('1.1', (p) => police(dessous('font')(p))),
  },
});
export const leFormat: Membre<Partie> = lien('1.1', (p) => format(dessous('format')(p)));

export const etiquettes = definir<Partie>({
  nom: 'ChartDataLabels',
  membres: {
    ...membresGardes(
      '1.1',
      {
        ...{ Position: 'BestFit', ShowValue: false, ShowSeriesName: false, ShowCategoryName: false },
        ...{ ShowLegendKey: false, ShowPercentage: false, ShowBubbleSize: false, Separator: ',' },
      },
      sac,
    ),
    ...membresGardes('1.8', { NumberFormat: 'General' }, sac),
    Format: leFormat,
  },
});

export const legende = definir<Partie>({
  nom: 'ChartLegend',
  membres: {
    ...membresGardes('1.1', { Visible: true, Position: 'Right', Overlay: false }, sac),
    Format: leFormat,
  },
});

const titreDAxe = definir<Partie>({
  nom: 'ChartAxisTitle',
  membres: { ...membresGardes('1.1', { Text: '', Visible: false }, sac), Format: leFormat },
});
const quadrillage = definir<Partie>({
  nom: 'ChartGridlines',
  membres: { ...membresGardes('1.1', { Visible: true }, sac), Format: leFormat },
});
const axe = definir<Partie>({
  nom: 'ChartAxis',
  membres: {
    ...membresGardes('1.1', { MajorUnit: null, Maximum: null, Minimum: null, MinorUnit: null }, sac),
    ...membresGardes(
      '1.7',
      { Visible: true, ReversePlotOrder: false, TickLabelPosition: 'NextToAxis', TickLabelSpacing: null },
      sac,
    ),
    ...membresGardes('1.8', { NumberFormat: 'General', TextOrientation: null }, sac),
    Title: lien('1.1', (p) => titreDAxe(dessous('title')(p))),
    MajorGridlines: lien('1.1', (p) => quadrillage(dessous('majorGridlines')(p))),
    MinorGridlines: lien('1.1', (p) => quadrillage(dessous('minorGridlines')(p))),
    Format: leFormat,
  },
});
export const axes = definir<Partie>({
  nom: 'ChartAxes',
  membres: {
    CategoryAxis: lien('1.1', (p) => axe(dessous('categoryAxis')(p))),
    ValueAxis: lien('1.1', (p) => axe(dessous('valueAxis')(p))),
    SeriesAxis: lien('1.1', (p) => axe(dessous('seriesAxis')(p))),
  },
});

const retenir = (cle: string): Membre<Partie> =>
  methode('1.7', (p, a) => {
    const passee = a.objet(0)?.cible;
    if (!(passee instanceof Plage)) throw new ErreurHote('InvalidArgument');
    sac(p).ecrire(cle, passee.adresse);
  });
const serie = definir<Partie>({
  nom: 'ChartSeries',
  membres: {
    Name: valeur(
      '1.1',
      (p) => sac(p).lire('name') ?? nomDeSerie(p),
      (p, v) => {
        sac(p).ecrire('name', v);
      },
    ),
    ...membresGardes(
      '1.7',
      { ChartType: 'ColumnClustered', HasDataLabels: false, GapWidth: 150, MarkerStyle: 'Automatic', MarkerSize: 5 },
      sac,
    ),
    ...membresGardes('1.7', { MarkerBackgroundColor: '', MarkerForegroundColor: '', Smooth: false }, sac),
    ...membresGardes('1.8', { Overlap: 0, AxisGroup: 'Primary' }, sac),
    DataLabels: lien('1.8', (p) => etiquettes(dessous('dataLabels')(p))),
    Format: leFormat,
    SetValues: retenir('values'),
    SetXAxisValues: retenir('xAxisValues'),
    Delete: methode('1.7', (p) => {
      sac(p).ecrire('deleted', true);
    }),
  },
});

const rangDe = (p: Partie) => Number(p.chemin.split('.').at(-1));
/** Une série par colonne après la première, nommée par la première ligne de la source. */
function nomDeSerie(p: Partie): string {
  const { feuille, source } = graphiqueDe(p);
  return String(p.hote.modele.cellule(feuille, source.ligne, source.colonne + 1 + rangDe(p))?.valeur ?? '');
}
const lesSeries = (p: Partie): Objet[] => {
  const { source, reglages } = graphiqueDe(p);
  const ajoutees = Number(reglages?.['series.added'] ?? 0);
  return Array.from({ length: source.colonneFin - source.colonne + ajoutees }, (_, i) => `series.${i}`)
    .filter((chemin) => reglages?.[`${chemin}.deleted`] !== true)
    .map((chemin) => serie({ ...p, chemin }));
};
const serieAu = (p: Partie, rang: number): Objet => {
  const trouvee = lesSeries(p)[rang];
  if (!trouvee) throw new ErreurHote('InvalidArgument');
  return trouvee;
};
export const series = definir<Partie>({
  nom: 'ChartSeriesCollection',
  collection: { elements: lesSeries, element: (p, a) => serieAu(p, a.entier(0)) },
  membres: {
    Count: valeur('1.1', (p) => lesSeries(p).length),
    GetCount: methode('1.4', (p) => lesSeries(p).length),
    GetItemAt: methode('1.1', (p, a) => serieAu(p, a.entier(0))),
    Add: methode('1.7', (p, a) => {
      const { source } = graphiqueDe(p);
      const ajoutees = Number(sac({ ...p, chemin: 'series' }).lire('added') ?? 0);
      const neuve = { ...p, chemin: `series.${source.colonneFin - source.colonne + ajoutees}` };
      sac({ ...p, chemin: 'series' }).ecrire('added', ajoutees + 1);
      sac(neuve).ecrire('name', a.texteFacultatif(0) ?? '');
      return serie(neuve);
    }),
  },
});
