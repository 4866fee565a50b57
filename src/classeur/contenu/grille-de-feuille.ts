import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cellule, Grille } from '../../tableau';

/** La grille d'une feuille lue par SheetJS en mode dense ; les cellules ne sont traduites que lorsqu'on les lit. */
export function grilleDe(nom: string, feuille: WorkSheet | undefined): Grille {
  const lignes = (feuille?.['!data'] ?? []) as (CellObject | undefined)[][];
  return {
    nom,
    nombreDeLignes: lignes.length,
    fusions: (feuille?.['!merges'] ?? []).map(({ s, e }) => ({
      ligne: s.r,
      colonne: s.c,
      ligneFin: e.r,
      colonneFin: e.c,
    })),
    cellule: (ligne, colonne) => celluleDe(lignes[ligne]?.[colonne]),
    colonnes(ligne) {
      const remplies: number[] = [];
      // Une ligne est un tableau épars : une cellule en XFD n'en fait pas parcourir seize mille.
      lignes[ligne]?.forEach((brute, colonne) => {
        if (brute && brute.t !== 'z' && brute.v !== undefined && brute.v !== '') remplies.push(colonne);
      });
      return remplies;
    },
  };
}

const ERREURS: Readonly<Record<number, string>> = {
  0x00: '#NUL!',
  0x07: '#DIV/0!',
  0x0f: '#VALEUR!',
  0x17: '#REF!',
  0x1d: '#NOM?',
  0x24: '#NOMBRE!',
  0x2a: '#N/A',
};

function celluleDe(cellule: CellObject | undefined): Cellule | undefined {
  if (!cellule) return undefined;
  const { t: type, v: valeur, z: format } = cellule;
  if (type === 'e') return { valeur: null, erreur: ERREURS[valeur as number] ?? '#ERREUR' };
  if (type === 'z' || valeur === undefined) return { valeur: null };
  if (valeur instanceof Date) return { valeur: valeur.toLocaleDateString('fr-FR', { timeZone: 'UTC' }) };
  if (typeof format === 'string' && format.includes('%')) return { valeur, pourcent: true };
  return { valeur };
}
