/// <reference types="office-js" />
import { adresse, type Plage } from '../../tableau';
import type { Emplacement } from '../classeur';
import type { CelluleAEcrire, FeuilleAEcrire, GraphiqueAEcrire, StyleDeCellule } from '../feuille-a-ecrire';
import { enSilence, executer } from './executer';
import { demanderFeuilles, nomLibre } from './feuilles';
import { formatDe, hauteurDe, texteDePage } from '../habillage';
import { habiller } from './styles-de-feuille';

/** Deux allers-retours : les noms pris, l'écriture. Rien d'autre ne change dans le classeur. */
export const creerFeuille = (aEcrire: FeuilleAEcrire): Promise<Emplacement> =>
  executer(async (context) => {
    const listees = demanderFeuilles(context);
    await context.sync();
    const nom = nomLibre(
      aEcrire.nom,
      listees().map((f) => f.nom),
    );
    let id = () => '';
    await enSilence(context, [
      () => {
        const feuille = context.workbook.worksheets.add(nom);
        remplir(feuille, aEcrire);
        for (const graphique of aEcrire.graphiques) tracer(feuille, graphique);
        mettreEnPage(feuille, aEcrire);
        feuille.activate();
        feuille.getRange('A1').select();
        feuille.load('id');
        id = () => feuille.id;
      },
    ]);
    return { feuille: id(), adresse: 'A1' };
  });

const zone = (feuille: Excel.Worksheet, { ligne, colonne, ligneFin, colonneFin }: Plage): Excel.Range =>
  feuille.getRangeByIndexes(ligne, colonne, ligneFin - ligne + 1, colonneFin - colonne + 1);

function remplir(feuille: Excel.Worksheet, { lignes, fusions, largeurs, filtre }: FeuilleAEcrire): void {
  const largeur = Math.max(1, ...lignes.map(({ length }) => length));
  const cellules = lignes.map((ligne) => Array.from({ length: largeur }, (_, c): CelluleAEcrire => ligne[c] ?? {}));
  if (cellules.length > 0) {
    const plage = feuille.getRangeByIndexes(0, 0, cellules.length, largeur);
    // Le format d'abord : sous « @ », un texte qui commence par « = » reste un texte.
    plage.numberFormat = cellules.map((ligne) => ligne.map(formatDe));
    plage.values = cellules.map((ligne) => ligne.map(({ valeur, formule }) => (formule ? '' : (valeur ?? ''))));
  }
  cellules.forEach((ligne, l) => {
    for (const { debut, fin, style } of memesStyles(ligne)) {
      habiller(zone(feuille, { ligne: l, colonne: debut, ligneFin: l, colonneFin: fin }), style);
    }
    const hauteur = hauteurDe(ligne, largeurs);
    if (hauteur !== null) feuille.getRangeByIndexes(l, 0, 1, 1).format.rowHeight = hauteur;
    ligne.forEach(({ formule }, c) => {
      if (formule !== undefined) feuille.getRangeByIndexes(l, c, 1, 1).formulas = [[formule]];
    });
  });
  largeurs.forEach((caracteres, c) => {
    feuille.getRangeByIndexes(0, c, 1, 1).format.columnWidth = caracteres * POINTS_PAR_CARACTERE;
  });
  for (const fusion of fusions) zone(feuille, fusion).merge();
  if (filtre) feuille.autoFilter.apply(zone(feuille, filtre));
  feuille.showGridlines = false;
}

const POINTS_PAR_CARACTERE = 5.5;

/** Les suites de cellules voisines de même style : une écriture chacune. */
function memesStyles(ligne: readonly CelluleAEcrire[]): { debut: number; fin: number; style: StyleDeCellule }[] {
  const suites: { debut: number; fin: number; style: StyleDeCellule }[] = [];
  ligne.forEach(({ style }, c) => {
    const derniere = suites.at(-1);
    if (!style) return;
    if (derniere?.style === style && derniere.fin === c - 1) derniere.fin = c;
    else suites.push({ debut: c, fin: c, style });
  });
  return suites;
}

function tracer(feuille: Excel.Worksheet, { titre, plage, position }: GraphiqueAEcrire): void {
  const graphique = feuille.charts.add('ColumnClustered', zone(feuille, plage), 'Columns');
  graphique.title.text = titre;
  graphique.legend.position = 'Bottom';
  const coin = (ligne: number, colonne: number) => feuille.getRangeByIndexes(ligne, colonne, 1, 1);
  graphique.setPosition(coin(position.ligne, position.colonne), coin(position.ligneFin, position.colonneFin));
}

function mettreEnPage(
  feuille: Excel.Worksheet,
  { orientation, pagesEnLargeur = 1, entete, pied, lignesRepetees, colonnesRepetees }: FeuilleAEcrire,
): void {
  const { pageLayout } = feuille;
  pageLayout.orientation = orientation === 'paysage' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.centerHorizontally = true;
  pageLayout.zoom = { horizontalFitToPages: pagesEnLargeur, verticalFitToPages: 0 };
  if (lignesRepetees) pageLayout.setPrintTitleRows(`$${lignesRepetees[0] + 1}:$${lignesRepetees[1] + 1}`);
  if (colonnesRepetees) {
    const [premiere, derniere] = colonnesRepetees.map((c) => `$${adresse(0, c).slice(0, -1)}`);
    pageLayout.setPrintTitleColumns(`${premiere}:${derniere}`);
  }
  const textes = pageLayout.headersFooters.defaultForAllPages;
  textes.centerHeader = texteDePage(entete);
  textes.leftFooter = texteDePage(pied);
  textes.rightFooter = 'Page &P sur &N';
}
