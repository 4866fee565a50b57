import { arrondir, somme, ZERO, type Logements } from '../../../nombres';
import type { Droit } from '../../../droit';
import { reductionMaximale } from '../plancher';
import { estSansObjet, type CommuneARepartir } from './commune';

export type ContrainteBasse = 'MOITIE' | 'ENTRANTE' | 'DUREE' | 'MINIMUM';
export type ContrainteHaute = 'NON_DEFICITAIRE' | 'ACCORD' | 'MAXIMUM' | 'MANQUANTS';

/** Une borne, et la contrainte qui la pose ; un minimum est arrondi à l'entier supérieur. */
export interface Borne<C extends ContrainteBasse | ContrainteHaute> {
  readonly contrainte: C;
  readonly valeur: number;
}

export interface Bornes {
  /** Le minimum de la loi, que le minimum propre de la commune peut passer. */
  readonly legale: number;
  /** Le plus petit objectif qui n'est pas une baisse : l'entier inférieur de la référence, si la loi le permet. */
  readonly sansBaisse: number;
  readonly bas: Borne<ContrainteBasse>;
  /** Les maximums de la commune, du plus serré au plus large ; aucun si rien ne la borne. */
  readonly hauts: readonly Borne<ContrainteHaute>[];
}

/**
 * Les bornes d'une commune dans un contrat mutualisant (L. 302-8, X). Au moins la moitié de la référence ; la référence même pour
 * une entrante (VIII) ou après deux périodes consécutives d'abaissement. Au plus la référence si l'accord est refusé, et les logements
 * manquants (borne de l'outil, que la référence ou le minimum propre de la commune peuvent passer).
 * @example référence 165 → au moins 83, la moitié étant 82,5
 * @example référence 39, rang 2 → au moins 39
 * @example référence 52, accord refusé → au plus 52
 */
export function bornesDe(c: CommuneARepartir, droit: Droit): Bornes {
  const entiere = arrondir(c.reference, 'SUPERIEUR');
  if (estSansObjet(c)) {
    const rien = moitie(0);
    const hauts = [{ contrainte: 'NON_DEFICITAIRE', valeur: 0 } as const];
    return { legale: 0, sansBaisse: 0, bas: plusHaute(rien, c.minimum), hauts };
  }
  const hauts: Borne<ContrainteHaute>[] = [];
  if (c.accord === false) hauts.push({ contrainte: 'ACCORD', valeur: entiere });
  if (c.maximum !== null) hauts.push({ contrainte: 'MAXIMUM', valeur: c.maximum });
  if (c.manquants) {
    const valeur = Math.max(arrondir(c.manquants, 'SUPERIEUR'), entiere, c.minimum ?? 0);
    hauts.push({ contrainte: 'MANQUANTS', valeur });
  }
  const legal = basLegal(c, entiere, droit);
  hauts.sort((a, b) => a.valeur - b.valeur);
  const sansBaisse = Math.max(legal.valeur, arrondir(c.reference, 'INFERIEUR'));
  return { legale: legal.valeur, sansBaisse, bas: plusHaute(legal, c.minimum), hauts };
}

function basLegal(c: CommuneARepartir, entiere: number, droit: Droit): Borne<ContrainteBasse> {
  if (c.rang < 3) return { contrainte: 'ENTRANTE', valeur: entiere };
  if ((c.periodes ?? 0) > droit.mutualisation!.regle.periodesConsecutives) {
    return { contrainte: 'DUREE', valeur: entiere };
  }
  return moitie(arrondir(reductionMaximale(c.avantArrondi ?? c.reference, droit)!, 'SUPERIEUR'));
}

const moitie = (valeur: number): Borne<ContrainteBasse> => ({ contrainte: 'MOITIE', valeur });

const plusHaute = (legale: Borne<ContrainteBasse>, minimum: number | null): Borne<ContrainteBasse> =>
  minimum !== null && minimum > legale.valeur ? { contrainte: 'MINIMUM', valeur: minimum } : legale;

export const sommeDe = (communes: readonly CommuneARepartir[]): Logements =>
  communes.map((c) => c.reference).reduce(somme, ZERO);
