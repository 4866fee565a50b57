/** Du modèle vers Univer : classeur, feuilles, cellules. */
import {
  CellValueType,
  LocaleType,
  type ICellData,
  type IRange,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/presets';
import { type Cellule, type ClasseurDonnees, type FeuilleDonnees, type Zone } from '../hote/contrat';
import { lireCle } from '../xlsx/adresses';
import { type Reste } from '../xlsx';
import { STYLE_PAR_DEFAUT, versStyle } from './styles-univer';

const PIXELS_PAR_POINT = 4 / 3;
export const enPixels = (points: number) => Math.round(points * PIXELS_PAR_POINT);
export const enPoints = (pixels: number) => pixels / PIXELS_PAR_POINT;

export const versPlage = ({ ligne, colonne, ligneFin, colonneFin }: Zone): IRange => ({
  startRow: ligne,
  startColumn: colonne,
  endRow: ligneFin,
  endColumn: colonneFin,
});

/** `recouverte` : une autre cellule s'y déverse, son contenu n'est pas le sien. */
export function versCellule(cellule: Cellule | undefined, recouverte: boolean, remplacer = false): ICellData {
  const s = versStyle(cellule?.style, cellule?.format, remplacer);
  if (!cellule || recouverte || (cellule.valeur === '' && !cellule.formule)) return { s };
  const { valeur, formule } = cellule;
  const [v, t] =
    typeof valeur === 'boolean'
      ? [valeur ? 1 : 0, CellValueType.BOOLEAN]
      : [valeur, typeof valeur === 'number' ? CellValueType.NUMBER : CellValueType.STRING];
  return { v, t, s, ...(formule && { f: formule }) };
}

/** Les cellules où une autre se déverse. */
export function recouvertes({ deversements }: FeuilleDonnees): (ligne: number, colonne: number) => boolean {
  const zones = Object.values(deversements ?? {});
  return (ligne, colonne) =>
    zones.some(
      (z) =>
        ligne >= z.ligne &&
        ligne <= z.ligneFin &&
        colonne >= z.colonne &&
        colonne <= z.colonneFin &&
        (ligne !== z.ligne || colonne !== z.colonne),
    );
}

export function versFeuille(feuille: FeuilleDonnees): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const recouverte = recouvertes(feuille);
  let [lignes, colonnes] = [300, 40];
  for (const [cle, cellule] of Object.entries(feuille.cellules)) {
    const [ligne, colonne] = lireCle(cle);
    (cellData[ligne] ??= {})[colonne] = versCellule(cellule, recouverte(ligne, colonne));
    lignes = Math.max(lignes, ligne + 100);
    colonnes = Math.max(colonnes, colonne + 15);
  }
  const vue = (feuille.miseEnPage.fichier as Reste | undefined)?.views[0];
  const [xSplit, ySplit] = vue?.state === 'frozen' ? [vue.xSplit ?? 0, vue.ySplit ?? 0] : [0, 0];
  return {
    id: feuille.id,
    name: feuille.nom,
    hidden: feuille.visibilite === 'Visible' ? 0 : 1,
    rowCount: lignes,
    columnCount: colonnes,
    defaultColumnWidth: 72,
    defaultRowHeight: 20,
    cellData,
    mergeData: feuille.fusions.map(versPlage),
    columnData: tailles(feuille.largeurs, (w) => ({ w })),
    rowData: tailles(feuille.hauteurs, (h) => ({ h, ia: 0 })),
    showGridlines: vue?.showGridLines === false ? 0 : 1,
    freeze: {
      xSplit,
      ySplit,
      startRow: ySplit > 0 ? ySplit : -1,
      startColumn: xSplit > 0 ? xSplit : -1,
    },
    ...(feuille.couleurOnglet && { tabColor: feuille.couleurOnglet }),
  };
}

const tailles = <T>(points: Record<number, number>, faire: (pixels: number) => T): Record<number, T> =>
  Object.fromEntries(Object.entries(points).map(([rang, valeur]) => [rang, faire(enPixels(valeur))]));

export const versClasseur = (donnees: ClasseurDonnees, id: string): IWorkbookData => ({
  id,
  name: id,
  appVersion: '0.25.1',
  locale: LocaleType.FR_FR,
  styles: {},
  defaultStyle: STYLE_PAR_DEFAUT,
  sheetOrder: donnees.feuilles.map((feuille) => feuille.id),
  sheets: Object.fromEntries(donnees.feuilles.map((feuille) => [feuille.id, versFeuille(feuille)])),
});
