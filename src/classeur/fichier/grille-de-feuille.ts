import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cellule, Grille } from '../../tableau';

/** La grille d'une feuille lue par SheetJS en mode dense ; les cellules ne sont traduites que lorsqu'on les lit. */
export function grilleDe(nom: string, feuille: WorkSheet | undefined): Grille {
  const lignes = (feuille?.['!data'] ?? []) as (CellObject | undefined)[][];
  const rangees = feuille?.['!rows'];
  let largeur = 0;
  for (const ligne of lignes) if (ligne && ligne.length > largeur) largeur = ligne.length;
  return {
    nom,
    nombreDeLignes: lignes.length,
    nombreDeColonnes: largeur,
    fusions: (feuille?.['!merges'] ?? []).map(({ s, e }) => ({
      ligne: s.r,
      colonne: s.c,
      ligneFin: e.r,
      colonneFin: e.c,
    })),
    cellule: (ligne, colonne) => celluleDe(lignes[ligne]?.[colonne]),
    estMasquee: (ligne) => rangees?.[ligne]?.hidden === true,
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
  if (cellule.t === 'e') return { valeur: null, erreur: ERREURS[cellule.v as number] ?? '#ERREUR' };
  if (cellule.t === 'z' || cellule.v === undefined) return { valeur: null };
  const valeur = cellule.v instanceof Date ? cellule.v.toISOString() : cellule.v;
  return typeof cellule.z === 'string' && cellule.z.includes('%') ? { valeur, pourcent: true } : { valeur };
}
