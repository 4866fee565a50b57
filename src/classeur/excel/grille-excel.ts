import type { Plage } from '../../tableau';
import type { Feuille } from '../classeur';
import type { Aspect } from './aspects';
import { celluleExcel, type Marque } from './cellules';

/** Une étendue telle qu'Excel la rend : valeurs et formats depuis sa première cellule, et son aspect. */
export interface Releve {
  readonly ligne: number;
  readonly colonne: number;
  readonly valeurs: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly aspect: Aspect;
}

/** Une ligne de la feuille, par numéro de colonne ; les cellules ne sont traduites que lorsqu'on les lit. */
interface Ligne {
  readonly valeurs: readonly unknown[];
  readonly formats: readonly unknown[];
  readonly marques: readonly (Marque | undefined)[];
  readonly masquee: boolean;
}

export interface FeuilleExcel extends Feuille {
  readonly lignes: readonly (Ligne | undefined)[];
  readonly colonnesMasquees: ReadonlySet<number>;
}

type Identite = Pick<Feuille, 'id' | 'nom' | 'fusions' | 'masquee' | 'notes'>;

function batir(
  { id, nom, fusions, masquee = false, notes = [] }: Identite,
  lignes: readonly (Ligne | undefined)[],
  colonnesMasquees: ReadonlySet<number>,
): FeuilleExcel {
  return {
    id,
    nom,
    fusions,
    masquee,
    notes,
    lignes,
    colonnesMasquees,
    ligneMasquee: (ligne) => lignes[ligne]?.masquee ?? false,
    colonneMasquee: (colonne) => colonnesMasquees.has(colonne),
    nombreDeLignes: lignes.length,
    cellule(ligne, colonne) {
      const rangee = lignes[ligne];
      return rangee && celluleExcel(rangee.valeurs[colonne], rangee.formats[colonne], rangee.marques[colonne]);
    },
    colonnes(ligne) {
      const remplies: number[] = [];
      lignes[ligne]?.valeurs.forEach((valeur, colonne) => {
        if (valeur !== '' && valeur !== null && valeur !== undefined) remplies.push(colonne);
      });
      return remplies;
    },
  };
}

/** La feuille d'un relevé entier ; sans relevé, elle est vide. */
export function feuilleExcel(identite: Identite, releves: readonly Releve[]): FeuilleExcel {
  const lignes: (Ligne | undefined)[] = [];
  for (const releve of releves) poser(lignes, releve);
  return batir(identite, lignes, new Set(releves.flatMap(({ aspect }) => [...aspect.colonnesMasquees])));
}

/** La même feuille, où `zone` est vidée puis reçoit ce qui vient d'en être relu. */
export function recoller(feuille: FeuilleExcel, zone: Plage, releve: Releve | null): FeuilleExcel {
  const lignes = [...feuille.lignes];
  for (let l = zone.ligne; l <= zone.ligneFin && l < lignes.length; l++) {
    const ligne = lignes[l];
    if (!ligne) continue;
    const valeurs = [...ligne.valeurs];
    for (let c = zone.colonne; c <= zone.colonneFin && c < valeurs.length; c++) valeurs[c] = '';
    lignes[l] = { ...ligne, valeurs };
  }
  if (releve) poser(lignes, releve);
  return batir(feuille, lignes, feuille.colonnesMasquees);
}

function poser(lignes: (Ligne | undefined)[], { ligne, colonne, valeurs, formats, aspect }: Releve): void {
  valeurs.forEach((rangee, rang) => {
    const avant = lignes[ligne + rang];
    lignes[ligne + rang] = {
      valeurs: placer(avant?.valeurs, colonne, rangee),
      formats: placer(avant?.formats, colonne, formats[rang] ?? []),
      marques: marquer(avant?.marques, colonne, rangee.length, aspect.marques.get(ligne + rang)),
      masquee: aspect.lignesMasquees.has(ligne + rang),
    };
  });
}

function placer<T>(avant: readonly T[] | undefined, colonne: number, suite: readonly T[]): T[] {
  const rangee = avant ? [...avant] : [];
  suite.forEach((valeur, rang) => (rangee[colonne + rang] = valeur));
  return rangee;
}

const SANS_MARQUE: readonly undefined[] = [];

/** Les marques d'avant, où celles des `nombre` cellules relues prennent la place des leurs. */
function marquer(
  avant: readonly (Marque | undefined)[] = SANS_MARQUE,
  colonne: number,
  nombre: number,
  relues: readonly (Marque | undefined)[] = SANS_MARQUE,
): readonly (Marque | undefined)[] {
  if (avant.length === 0) return relues;
  return placer(
    avant,
    colonne,
    Array.from({ length: nombre }, (_, rang) => relues[colonne + rang]),
  );
}
