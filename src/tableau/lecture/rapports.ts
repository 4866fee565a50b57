import { comparer, fraction, versNombre, type NombreLu } from '../../nombres';
import type { Colonne } from '../colonnes';
import type { Cellule } from '../grille';
import { lireBrut } from './cellules';

const UN = fraction(1);
/** Aucun parc n'est social à ce point dans une colonne entière : au-delà, 0,9 se lit 0,9 %. */
const RAPPORT_PLAUSIBLE = 0.3;

/**
 * Les colonnes de taux écrites en rapports (0,165 pour 16,5 %), jugées sur les seules lignes de communes : aucun nombre nu n'y
 * dépasse 1. Sous une cible écrite en points (20), des taux nus qui vaudraient plus de 30 % sont eux aussi en points : 0,9 y est
 * 0,9 %.
 */
export function colonnesEnRapports(
  taux: readonly Colonne[],
  lignes: readonly number[],
  cellule: (ligne: number, colonne: Colonne) => Cellule | undefined,
): ReadonlySet<Colonne> {
  const unNu = (colonne: Colonne, est: (lu: NombreLu) => boolean) =>
    lignes.some((ligne) => {
      const lu = lireBrut(cellule(ligne, colonne));
      return lu !== null && !lu.pourcent && est(lu);
    });
  const enPoints = (colonne: Colonne) => unNu(colonne, ({ valeur }) => comparer(valeur, UN) > 0);
  const troisDixiemes = (colonne: Colonne) => unNu(colonne, ({ valeur }) => versNombre(valeur) >= RAPPORT_PLAUSIBLE);
  return new Set(
    taux.filter(
      (colonne) => !enPoints(colonne) && (colonne !== 'taux_lls' || !enPoints('taux_cible') || !troisDixiemes(colonne)),
    ),
  );
}
