import type { Plage } from '../../tableau';
import type { Feuille } from '../classeur';
import { celluleExcel } from './cellules';

/** Une étendue telle qu'Excel la rend : valeurs et formats, depuis sa première cellule. */
export interface Releve {
  readonly ligne: number;
  readonly colonne: number;
  readonly valeurs: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** Une ligne de la feuille, par numéro de colonne ; les cellules ne sont traduites que lorsqu'on les lit. */
interface Ligne {
  readonly valeurs: readonly unknown[];
  readonly formats: readonly unknown[];
}

export interface FeuilleExcel extends Feuille {
  readonly lignes: readonly (Ligne | undefined)[];
}

type Identite = Pick<Feuille, 'id' | 'nom' | 'fusions'>;

function batir({ id, nom, fusions }: Identite, lignes: readonly (Ligne | undefined)[]): FeuilleExcel {
  return {
    id,
    nom,
    fusions,
    lignes,
    nombreDeLignes: lignes.length,
    cellule(ligne, colonne) {
      const rangee = lignes[ligne];
      return rangee && celluleExcel(rangee.valeurs[colonne], rangee.formats[colonne]);
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
  return batir(identite, lignes);
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
  return batir(feuille, lignes);
}

function poser(lignes: (Ligne | undefined)[], { ligne, colonne, valeurs, formats }: Releve): void {
  valeurs.forEach((rangee, rang) => {
    const avant = lignes[ligne + rang];
    lignes[ligne + rang] = {
      valeurs: placer(avant?.valeurs, colonne, rangee),
      formats: placer(avant?.formats, colonne, formats[rang] ?? []),
    };
  });
}

function placer(avant: readonly unknown[] | undefined, colonne: number, suite: readonly unknown[]): unknown[] {
  const rangee = avant ? [...avant] : [];
  suite.forEach((valeur, rang) => (rangee[colonne + rang] = valeur));
  return rangee;
}
