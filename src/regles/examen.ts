import type { Certitude, IdReference } from '../droit';

/** Vrai, faux, ou `null` : ce qui est donné ne permet pas de le dire. */
export type Ternaire = boolean | null;

export const et = (...valeurs: readonly Ternaire[]): Ternaire =>
  valeurs.includes(false) ? false : valeurs.includes(null) ? null : true;

export const ou = (...valeurs: readonly Ternaire[]): Ternaire =>
  valeurs.includes(true) ? true : valeurs.includes(null) ? null : false;

/** Une condition de la loi, ce qu'elle vaut ici, et la phrase qui le dit avec ses chiffres. */
export interface Condition {
  readonly remplie: Ternaire;
  readonly phrase: string;
  readonly reference: IdReference;
  readonly certitude: Certitude;
}

/** Le sort de conditions : toutes les raisons de ce sort, aucune n'en cache une autre. */
export interface Examen {
  readonly remplie: Ternaire;
  readonly raisons: readonly Condition[];
}

/** Des conditions qui doivent toutes être remplies. */
export const toutes = (conditions: readonly Condition[]): Examen => examen(et(...conditions.map(rempli)), conditions);

/** Des conditions dont une suffit. */
export const uneSuffit = (conditions: readonly Condition[]): Examen =>
  examen(ou(...conditions.map(rempli)), conditions);

const rempli = ({ remplie }: Condition): Ternaire => remplie;

const examen = (remplie: Ternaire, conditions: readonly Condition[]): Examen => ({
  remplie,
  raisons: conditions.filter((c) => c.remplie === remplie),
});
