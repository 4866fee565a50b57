import { arrondir, ecrireCompte, type Logements } from '../../../nombres';
import type { Droit } from '../../../droit';
import { suiteDuContrat, type Suite } from '../../contrats/suite';
import { regleInconnue, type Refus } from '../../refus';
import { sensDe, type Sens } from '../sens';
import { bornesDe, sommeDe, type Borne, type Bornes, type ContrainteBasse, type ContrainteHaute } from './bornes';
import { estCompte, estSansObjet, refusDe, type CommuneARepartir } from './commune';
import { optimiser, type Critere, type PartBornee } from './criteres';
import { heurtsDuTotal, heurtsPropres, type Heurt } from './heurts';
import { sommer } from './remplir';

/** L'objectif proposé à une commune, entre ses bornes. */
export interface ObjectifPropose {
  readonly commune: CommuneARepartir;
  readonly propose: number;
  readonly sens: Sens;
  readonly bas: Borne<ContrainteBasse>;
  /** `null` : rien ne la borne, que le total. */
  readonly haut: Borne<ContrainteHaute> | null;
  readonly abaissableEnsuite: Suite;
}

export type Repartition =
  | {
      readonly issue: 'répartie';
      readonly critere: Critere;
      /** La somme des références, non arrondie. */
      readonly reference: Logements;
      readonly total: number;
      readonly objectifs: readonly ObjectifPropose[];
    }
  | { readonly issue: 'impossible'; /** Tous les heurts : chacun est à lever. */ readonly heurts: readonly Heurt[] };

/**
 * Propose un objectif par commune pour un contrat mutualisant (L. 302-8, X) : entre les bornes de chacune (`bornesDe`), de total au
 * moins `total`, optimal au sens du critère (`optimiser`). Sans répartition possible, rend les contraintes qui se heurtent.
 * @param total en logements ; `null` : la somme des références, à l'entier supérieur, que la loi demande
 * @example A 165 et B 99, MINIMAL → 165 et 99 ; si A accepte au plus 85 → 85 et 179
 * @example A 165 et B 99, total 330, PROPORTIONNEL → 206 et 124 (un quart de plus chacune)
 * @example A 165 et B 99, total 263 → refus : la loi en demande 264
 */
export function repartir(
  communes: readonly CommuneARepartir[],
  critere: Critere,
  total: number | null,
  droit: Droit,
): Repartition | Refus {
  if (!droit.mutualisation) return regleInconnue('Mutualisation', droit);
  const refus = refusDe(communes);
  if (refus) return refus;
  if (critere === 'CAPACITE' && communes.every((c) => c.projets === null)) {
    return {
      refus: 'VALEUR',
      grandeur: 'critere CAPACITE',
      recu: 'un tableau sans projets ni capacité',
      attendu: 'une colonne « Projets identifiés » ou « Capacité »',
    };
  }
  const reference = sommeDe(communes);
  const legal = arrondir(reference, 'SUPERIEUR');
  const vise = total ?? legal;
  if (!estCompte(vise) || vise < legal) {
    const attendu = `un entier d’au moins ${ecrireCompte(legal, 'logement')}, la somme des références`;
    return { refus: 'VALEUR', grandeur: 'total', recu: String(vise), attendu };
  }
  const bornes = communes.map((c) => bornesDe(c, droit));
  const heurts = [
    ...heurtsPropres(communes, bornes),
    ...heurtsDuTotal(communes, bornesCedees(communes, bornes, droit), vise, legal),
  ];
  if (heurts.length > 0) return { issue: 'impossible', heurts };
  const parts = communes.map((c, i) => partDe(c, bornes[i]!, vise));
  const proposes = optimiser(parts, vise, critere);
  return {
    issue: 'répartie',
    critere,
    reference,
    total: sommer(proposes),
    objectifs: communes.map((c, i) => objectifPropose(c, bornes[i]!, proposes[i]!, droit)),
  };
}

/** Un minimum qui passe le maximum de sa commune peut lui céder : le total ne compte pas sur ce qu'il ouvrait de plus. */
const bornesCedees = (communes: readonly CommuneARepartir[], bornes: readonly Bornes[], droit: Droit): Bornes[] =>
  communes.map((c, i) => {
    const haut = bornes[i]!.hauts[0]?.valeur ?? Infinity;
    return bornesDe({ ...c, minimum: c.minimum === null ? null : Math.min(c.minimum, haut) }, droit);
  });

const partDe = (c: CommuneARepartir, { bas, hauts, sansBaisse }: Bornes, total: number): PartBornee => ({
  reference: c.reference,
  sansBaisse,
  bas: bas.valeur,
  haut: hauts[0]?.valeur ?? Math.max(bas.valeur, arrondir(c.reference, 'SUPERIEUR'), total),
  accord: c.accord,
  projets: c.projets ?? 0,
});

function objectifPropose(commune: CommuneARepartir, { bas, hauts }: Bornes, propose: number, droit: Droit) {
  const sens = sensDe(propose, commune.reference);
  return { commune, propose, sens, bas, haut: hauts[0] ?? null, abaissableEnsuite: suiteDe(commune, sens, droit) };
}

const suiteDe = (c: CommuneARepartir, sens: Sens, droit: Droit): Suite =>
  estSansObjet(c)
    ? { abaissable: 'sans objet' }
    : suiteDuContrat(c.rang, sens, c.periodes, droit.mutualisation!.regle.periodesConsecutives);
