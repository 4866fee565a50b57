/** Du modèle vers Univer : ce que le complément écrit se voit aussitôt. */
import { type Modification, type Zone } from '../hote/contrat';
import { cle, lireCle } from '../xlsx/adresses';
import { type Lien } from './lien';
import { enPixels, recouvertes, versCellule, versFeuille, versPlage } from './vers-univer';

export function refleter(lien: Lien): () => void {
  return lien.modele.surModification((modification) => {
    if (modification.origine !== 'complement') return;
    try {
      lien.ecrire(() => appliquer(lien, modification));
    } catch (erreur) {
      // Le modèle a raison : un défaut de la vue ne doit pas faire échouer la requête du complément.
      console.error('La grille n’a pas suivi', modification, erreur);
    }
  });
}

function appliquer(lien: Lien, m: Modification): void {
  switch (m.type) {
    case 'cellules':
    case 'styles':
      return reecrire(lien, m.feuille, m.zone);
    case 'lignes':
    case 'colonnes':
      return decaler(lien, m);
    case 'decalage':
      return reecrire(lien, m.feuille);
    case 'fusions':
      refusionner(lien, m.feuille);
      return reecrire(lien, m.feuille);
    case 'mise en page':
      return redimensionner(lien, m.feuille);
    case 'feuille':
      return changerFeuille(lien, m);
    case 'selection':
      return selectionner(lien, m.feuille, m.zone);
    default:
  }
}

/** Montre et choisit la plage ; une ligne ou une colonne entière s'arrête au bord de la feuille d'Univer. */
function selectionner(lien: Lien, id: string, { ligne, colonne, ligneFin, colonneFin }: Zone): void {
  const feuille = lien.api.getActiveWorkbook()?.getSheetBySheetId(lien.versUniver(id));
  if (!feuille) return;
  const lignes = Math.min(ligneFin, feuille.getMaxRows() - 1) - ligne + 1;
  const colonnes = Math.min(colonneFin, feuille.getMaxColumns() - 1) - colonne + 1;
  feuille.setActiveRange(feuille.getRange(ligne, colonne, lignes, colonnes));
  feuille.scrollToCell(Math.max(0, ligne - 3), Math.max(0, colonne - 2));
}

/** Remet dans Univer les cellules de la zone (toute la feuille sans elle), telles que le modèle les a. */
export function reecrire(lien: Lien, id: string, zone?: Zone): void {
  const [donnees, feuille] = [lien.modele.feuille(id), lien.feuille(id)];
  if (!donnees || !feuille) return;
  const recouverte = recouvertes(donnees);
  const cellValue: Record<number, Record<number, object>> = {};
  const poser = (ligne: number, colonne: number) => {
    if (zone && (ligne < zone.ligne || ligne > zone.ligneFin || colonne < zone.colonne || colonne > zone.colonneFin))
      return;
    const cellule = versCellule(donnees.cellules[cle(ligne, colonne)], recouverte(ligne, colonne), true);
    (cellValue[ligne] ??= {})[colonne] = { v: null, f: null, si: null, p: null, t: null, ...cellule };
  };
  feuille.getCellMatrix().forValue((ligne, colonne) => poser(ligne, colonne));
  for (const place of Object.keys(donnees.cellules)) poser(...lireCle(place));
  agrandir(
    lien,
    id,
    Object.keys(cellValue).map(Number),
    Object.values(cellValue).flatMap((r) => Object.keys(r).map(Number)),
  );
  lien.executer('sheet.mutation.set-range-values', { subUnitId: lien.versUniver(id), cellValue });
}

/** Une feuille d'Univer a une taille ; le complément peut écrire au-delà. */
function agrandir(lien: Lien, id: string, lignes: readonly number[], colonnes: readonly number[]): void {
  const feuille = lien.feuille(id);
  const subUnitId = lien.versUniver(id);
  const [derniereLigne, derniereColonne] = [
    lignes.reduce((a, b) => Math.max(a, b), 0),
    colonnes.reduce((a, b) => Math.max(a, b), 0),
  ];
  if (feuille && derniereLigne >= feuille.getMaxRows())
    lien.executer('sheet.mutation.set-worksheet-row-count', { subUnitId, rowCount: derniereLigne + 100 });
  if (feuille && derniereColonne >= feuille.getMaxColumns())
    lien.executer('sheet.mutation.set-worksheet-column-count', { subUnitId, columnCount: derniereColonne + 15 });
}

function decaler(lien: Lien, m: Modification & { type: 'lignes' | 'colonnes' }): void {
  const feuille = lien.api.getActiveWorkbook()?.getSheetBySheetId(lien.versUniver(m.feuille));
  const { ligne, ligneFin, colonne, colonneFin } = m.zone;
  const [debut, nombre] = m.type === 'lignes' ? [ligne, ligneFin - ligne + 1] : [colonne, colonneFin - colonne + 1];
  if (m.type === 'lignes') {
    if (m.sens === 'inserees') feuille?.insertRows(debut, nombre);
    else feuille?.deleteRows(debut, nombre);
  } else if (m.sens === 'inserees') feuille?.insertColumns(debut, nombre);
  else feuille?.deleteColumns(debut, nombre);
  for (const { id } of lien.modele.classeur.feuilles) reecrire(lien, id);
}

function refusionner(lien: Lien, id: string): void {
  const subUnitId = lien.versUniver(id);
  const anciennes = [...(lien.feuille(id)?.getConfig().mergeData ?? [])];
  lien.executer('sheet.mutation.remove-worksheet-merge', { subUnitId, ranges: anciennes });
  lien.executer('sheet.mutation.add-worksheet-merge', {
    subUnitId,
    ranges: (lien.modele.feuille(id)?.fusions ?? []).map(versPlage),
  });
}

function redimensionner(lien: Lien, id: string): void {
  const donnees = lien.modele.feuille(id);
  if (!donnees) return;
  const subUnitId = lien.versUniver(id);
  for (const [colonne, points] of Object.entries(donnees.largeurs)) {
    const ranges = [{ startRow: 0, endRow: 0, startColumn: Number(colonne), endColumn: Number(colonne) }];
    lien.executer('sheet.mutation.set-worksheet-col-width', { subUnitId, ranges, colWidth: enPixels(points) });
  }
  for (const [ligne, points] of Object.entries(donnees.hauteurs)) {
    const ranges = [{ startRow: Number(ligne), endRow: Number(ligne), startColumn: 0, endColumn: 0 }];
    lien.executer('sheet.mutation.set-worksheet-row-height', { subUnitId, ranges, rowHeight: enPixels(points) });
    lien.executer('sheet.mutation.set-worksheet-row-is-auto-height', { subUnitId, ranges, autoHeightInfo: 0 });
  }
}

function changerFeuille(lien: Lien, m: Modification & { type: 'feuille' }): void {
  const subUnitId = lien.versUniver(m.feuille);
  const donnees = lien.modele.feuille(m.feuille);
  const classeur = lien.api.getActiveWorkbook();
  const rang = lien.modele.classeur.feuilles.findIndex(({ id }) => id === m.feuille);
  switch (m.sens) {
    case 'ajoutee':
      if (donnees) classeur?.insertSheet(donnees.nom, { index: rang, sheet: versFeuille(donnees) });
      // Univer montre la feuille qu'il ajoute ; Excel, non.
      return lien.executer('sheet.operation.set-worksheet-active', {
        subUnitId: lien.versUniver(lien.modele.classeur.active),
      });
    case 'supprimee':
      classeur?.deleteSheet(subUnitId);
      return;
    case 'renommee':
      if (donnees) classeur?.getSheetBySheetId(subUnitId)?.setName(donnees.nom);
      return;
    case 'activee':
      classeur?.setActiveSheet(subUnitId);
      return;
    case 'visibilite':
      if (donnees?.visibilite === 'Visible') classeur?.getSheetBySheetId(subUnitId)?.showSheet();
      else classeur?.getSheetBySheetId(subUnitId)?.hideSheet();
  }
}
