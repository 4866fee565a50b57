import type { CellObject, WorkSheet } from '@e965/xlsx';
import { utils } from '@e965/xlsx';
import type { Cellule, Grille, Note } from '../../tableau';
import { celluleDeDate, celluleDeNombre, celluleDErreur, celluleDeTexte, SANS_VALEUR } from '../cellule';
import { notesDe } from '../note';
import { LIMITES } from './limites';
import { FORMAT_BARRE } from './xlsx';
import { parcourirXml } from './xml';

/** La grille d'une feuille lue par SheetJS en mode dense ; les cellules ne sont traduites que lorsqu'on les lit. */
export function grilleDe(nom: string, feuille: WorkSheet | undefined, masquee: boolean): Grille {
  const lignes = (feuille?.['!data'] ?? []) as (CellObject | undefined)[][];
  const entiere = feuille?.['!fullref'] as string | undefined;
  return {
    nom,
    // Un fil de discussion sous la dernière ligne lue en ajoute de vides.
    nombreDeLignes: Math.min(lignes.length, LIMITES.lignes),
    fusions: (feuille?.['!merges'] ?? []).map(({ s, e }) => ({
      ligne: s.r,
      colonne: s.c,
      ligneFin: e.r,
      colonneFin: e.c,
    })),
    masquee,
    notes: notesDeFeuille(lignes),
    ...(entiere !== undefined && { tropLongue: utils.decode_range(entiere).e.r + 1 }),
    ligneMasquee: (ligne) => feuille?.['!rows']?.[ligne]?.hidden === true,
    colonneMasquee: (colonne) => feuille?.['!cols']?.[colonne]?.hidden === true,
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

function notesDeFeuille(lignes: readonly (readonly (CellObject | undefined)[] | undefined)[]): Note[] {
  const notes: Note[] = [];
  lignes.forEach((rangee, ligne) =>
    rangee?.forEach((cellule, colonne) => {
      for (const { a: auteur, t: texte, T: deFil } of cellule?.c ?? [])
        notes.push(...notesDe(ligne, colonne, deFil ? texteDuFil(texte) : texte, auteur));
    }),
  );
  return notes;
}

/** SheetJS laisse le texte d'un fil de discussion tel qu'il est dans le XML, et en octets. */
function texteDuFil(brut: string): string {
  let texte = '';
  const xml = new TextDecoder().decode(Uint8Array.from(brut, (octet) => octet.charCodeAt(0)));
  parcourirXml(`<t>${xml}</t>`, {
    ouvre: () => undefined,
    ferme: () => undefined,
    texte: (t) => (texte += t),
  });
  return texte;
}

const ERREURS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

function celluleDe(cellule: CellObject | undefined): Cellule | undefined {
  if (!cellule) return undefined;
  const format = typeof cellule.z === 'string' ? cellule.z : '';
  const lue = valeurDe(cellule, format);
  return format.endsWith(FORMAT_BARRE) ? { ...lue, barree: true } : lue;
}

function valeurDe({ t: type, v: valeur }: CellObject, format: string): Cellule {
  if (type === 'e') return celluleDErreur(ERREURS[valeur as number] ?? '');
  if (type === 'z' || valeur === undefined) return { valeur: null };
  if (typeof valeur === 'string') return celluleDeTexte(valeur, format);
  if (typeof valeur === 'boolean') return { valeur };
  if (typeof valeur === 'number') {
    return Number.isNaN(valeur) ? SANS_VALEUR : celluleDeNombre(valeur, format);
  }
  return Number.isNaN(valeur.getTime()) ? SANS_VALEUR : celluleDeDate(valeur);
}
