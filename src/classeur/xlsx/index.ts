import ecrireClasseur, { type Cell } from 'write-excel-file/universal';
import type { CelluleAEcrire, FeuilleDeFichier } from '../feuille-a-ecrire';
import { ASPECTS, formatDe, hauteurDe } from '../habillage';
import { mot } from './cellules';
import { traits } from './traits';

export const TYPE_XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Un classeur neuf, à enregistrer : les feuilles, leurs formules avec leur résultat, leur mise en page. */
export async function feuillesEnXlsx(feuilles: readonly FeuilleDeFichier[]): Promise<Uint8Array<ArrayBuffer>> {
  const classeur = ecrireClasseur(
    feuilles.map((feuille) => ({
      sheet: feuille.nom,
      data: feuille.lignes.map((ligne, l) => rangee(ligne, l, feuille)),
      columns: feuille.largeurs.map((width) => ({ width })),
      showGridLines: false,
      ...(feuille.orientation === 'paysage' && { orientation: 'landscape' as const }),
      ...(feuille.lignesRepetees && { stickyRowsCount: feuille.lignesRepetees[1] + 1 }),
      ...(feuille.colonnesRepetees && { stickyColumnsCount: feuille.colonnesRepetees[1] + 1 }),
    })),
    { fontFamily: 'Calibri', fontSize: 11, features: [traits(feuilles)] },
  );
  return new Uint8Array(await (await classeur.toBlob()).arrayBuffer());
}

function rangee(ligne: readonly CelluleAEcrire[], l: number, { fusions, largeurs }: FeuilleDeFichier): Cell[] {
  const height = hauteurDe(ligne, largeurs);
  const ici = fusions.filter((f) => f.ligne <= l && l <= f.ligneFin);
  const largeur = Math.max(ligne.length, ...ici.map((f) => f.colonneFin + 1));
  return Array.from({ length: largeur }, (_, c) => {
    const fusion = ici.find((f) => f.colonne <= c && c <= f.colonneFin);
    if (!fusion) return { ...celluleDe(ligne[c] ?? {}), ...(height && { height }) };
    if (fusion.ligne !== l || fusion.colonne !== c) return null;
    const etendue = { columnSpan: fusion.colonneFin - c + 1, rowSpan: fusion.ligneFin - l + 1 };
    return { ...celluleDe(ligne[c] ?? {}), ...etendue };
  });
}

function celluleDe(cellule: CelluleAEcrire) {
  const { valeur, formule, style } = cellule;
  const format = formatDe(cellule);
  const contenu =
    formule !== undefined
      ? { type: 'Formula' as const, value: formule.replace(/^=/, '') }
      : typeof valeur === 'string'
        ? mot(valeur)
        : typeof valeur === 'number'
          ? { type: Number, value: valeur }
          : {};
  return { ...contenu, ...(format !== 'General' && { format }), ...(style && aspectDe(style)) };
}

function aspectDe(style: NonNullable<CelluleAEcrire['style']>) {
  const { gras, italique, taille, hauteur, couleur, fond, aligne, encadre } = ASPECTS[style];
  return {
    ...(gras && { fontWeight: 'bold' as const }),
    ...(italique && { fontStyle: 'italic' as const }),
    ...(taille && { fontSize: taille }),
    ...(hauteur && { height: hauteur }),
    ...(couleur && { textColor: couleur }),
    ...(fond && { backgroundColor: fond }),
    ...(aligne && { align: aligne === 'Center' ? ('center' as const) : ('right' as const) }),
    ...(encadre && { borderStyle: 'thin' as const, borderColor: '#A6A6A6', wrap: true }),
    alignVertical: 'center' as const,
  };
}
