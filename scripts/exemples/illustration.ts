import type { Worksheet } from 'exceljs';
import { sommer } from './formules';
import { ajusterHauteur, FILETS, poserEntetes, remplir, styliserTotal } from './styles';

/** Une colonne d'un tableau d'illustration. */
export interface Colonne {
  readonly titre: string;
  readonly largeur: number;
  readonly format: string;
  readonly nature: 'saisie' | 'calcul';
  readonly totalisee?: true;
}

/** Le format d'une colonne où une fonction rend une phrase. */
export const TEXTE_CALCULE = 'General';

type Valeur = string | number | null;

/** Les en-têtes et les saisies d'un tableau, ses filets, son total ; rend la plage d'une colonne par sa lettre. */
export function poserTableau(
  feuille: Worksheet,
  entete: number,
  colonnes: readonly Colonne[],
  communes: readonly (readonly Valeur[])[],
): (lettre: string) => string {
  poserEntetes(
    feuille,
    entete,
    colonnes.map(({ titre }) => titre),
    (rang) => (colonnes[rang]!.nature === 'calcul' ? 'calcule' : 'entete'),
  );
  communes.forEach((valeurs, l) => {
    colonnes.forEach(({ format, nature }, c) => {
      const cellule = feuille.getCell(entete + 1 + l, c + 1);
      const valeur = valeurs[c] ?? null;
      if (valeur !== null) cellule.value = valeur;
      Object.assign(cellule, {
        numFmt: format,
        border: FILETS,
        fill: remplir(nature === 'calcul' ? 'calcule' : 'saisie'),
      });
      cellule.alignment = {
        horizontal: c === 0 || format === TEXTE_CALCULE ? 'left' : 'center',
        vertical: 'middle',
        wrapText: true,
      };
    });
  });
  return (lettre) => `${lettre}${entete + 1}:${lettre}${entete + communes.length}`;
}

/** La ligne de total et la hauteur des autres, une fois les colonnes calculées. */
export function acheverTableau(feuille: Worksheet, ligne: number, colonnes: readonly Colonne[], debut: number): void {
  for (let l = debut; l < ligne; l++) {
    colonnes.forEach(({ format, largeur }, c) => {
      if (format === TEXTE_CALCULE)
        ajusterHauteur(feuille.getRow(l), String(feuille.getCell(l, c + 1).result), largeur);
    });
  }
  feuille.getCell(ligne, 1).value = 'Total';
  colonnes.forEach(({ totalisee, format }, c) => {
    if (!totalisee) return;
    const cellule = feuille.getCell(ligne, c + 1);
    const lettre = cellule.address.replace(/\d+/, '');
    sommer(feuille, cellule.address, `${lettre}${debut}:${lettre}${ligne - 1}`);
    Object.assign(cellule, { numFmt: format, alignment: { horizontal: 'center' } });
  });
  styliserTotal(feuille, ligne, colonnes.length);
}
