import {
  comparer,
  ecrire,
  ecrireDuBonCote,
  fraction,
  produit,
  somme,
  type Fraction,
  type NombreLu,
  type Points,
  type PourCent,
} from '../../nombres';
import type { Certitude, Droit, IdReference, Palier, Rang, RangEntrant, Seuil, TauxCible } from '../../droit';
import { regleInconnue, type Refus } from '../refus';
import type { Situation } from './situation';

/** Le taux de rattrapage d'une commune, en pour cent des manquants, et ce qui le fonde. */
export interface TauxDeRattrapage {
  readonly pourcent: PourCent;
  /** `null` hors des paliers : commune entrante, non déficitaire, ou règle antérieure à la loi 3DS. */
  readonly palier: Palier | null;
  readonly motif: string;
  readonly reference: IdReference;
  readonly certitude: Certitude;
}

/** Le palier d'un taux, ou ce qui en tient lieu. */
export const nomDuTaux = ({ palier, motif }: TauxDeRattrapage): string => palier?.libelle ?? motif;

/** Un taux connu à son arrondi près, en points : de `bas` à `haut`, bornes comprises. */
export interface IntervalleDeTaux {
  readonly bas: Points;
  readonly haut: Points;
}

/** Au-delà, ce n'est plus un arrondi mais un calcul, et ses bornes sortiraient des entiers sûrs. */
const DECIMALES_ARRONDIES = 12;

/** De 15,5 à 16,5 pour « 16 % » : un taux est pris comme arrondi à sa dernière décimale écrite. */
export function intervalleDe({ valeur, decimales }: NombreLu): IntervalleDeTaux {
  if (decimales > DECIMALES_ARRONDIES) return { bas: valeur, haut: valeur };
  const demi = 2 * 10 ** decimales;
  const centre = produit(valeur, fraction(demi));
  return { bas: borne(centre, -1, demi), haut: borne(centre, 1, demi) };
}

const borne = ({ numerateur, denominateur }: Fraction, ecart: number, demi: number): Fraction =>
  produit(fraction(numerateur + ecart * denominateur, denominateur), fraction(1, demi));

/** Le taux tel qu'il a été lu, écrit du bon côté d'un seuil : « 14,6 ». */
export const ecrireTaux = ({ bas, haut }: IntervalleDeTaux, seuil: number): string =>
  ecrireDuBonCote(produit(somme(bas, haut), fraction(1, 2)), fraction(seuil));

/** « 20 % (de 19,5 à 20,5 %) » : l'arrondi du taux laisse un seuil de côté ou d'autre. */
export const ecrireTauxEtBornes = (taux: IntervalleDeTaux, seuil: number): string =>
  `${ecrireTaux(taux, seuil)} % (de ${ecrire(taux.bas, 4)} à ${ecrire(taux.haut, 4)} %)`;

/**
 * Taux de rattrapage d'une situation exacte (L. 302-8, VII et VIII).
 * @example 1801 sur 10 000, cible 20 → 100 : écart inférieur à 2 points
 * @example 1800 sur 10 000, cible 20 → 50 : écart de 2 points exactement
 * @example 1600 sur 10 000, cible 20 → 50 : écart de 4 points exactement (interprétation de « compris entre »)
 * @example 1599 sur 10 000, cible 20 → 33
 * @example 2000 sur 10 000, cible 20 → 0 : non déficitaire
 */
export function tauxDeRattrapage(s: Situation, droit: Droit): TauxDeRattrapage | Refus {
  if (!droit.rattrapage) return regleInconnue('Taux de rattrapage', droit);
  if (100 * s.logementsSociaux >= s.tauxCible * s.residencesPrincipales) return NON_DEFICITAIRE;
  const taux = fraction(100 * s.logementsSociaux, s.residencesPrincipales);
  return tauxDeRattrapageDepuis({ bas: taux, haut: taux }, s.tauxCible, s.rang, droit);
}

/**
 * Taux de rattrapage quand le taux de logements sociaux n'est connu qu'à son arrondi près ; la commune est déficitaire.
 * Refuse de choisir un palier si l'intervalle en touche deux.
 * @example 16 % pour 20 (de 15,5 à 16,5) → refus PALIER_INDETERMINE
 * @example 14,6 % pour 20 → 33
 */
export function tauxDeRattrapageDepuis(
  taux: IntervalleDeTaux,
  tauxCible: TauxCible,
  rang: Rang,
  droit: Droit,
): TauxDeRattrapage | Refus {
  if (!droit.rattrapage) return regleInconnue('Taux de rattrapage', droit);
  if (rang !== 3) return tauxDUneEntrante(rang, droit);
  const possibles = droit.rattrapage.regle.filter(
    (palier) => commenceAvant(palier, taux.bas, tauxCible) && !depasse(palier.precedent, taux.haut, tauxCible),
  );
  if (possibles.length > 1) {
    return { refus: 'PALIER_INDETERMINE', ...taux, paliers: possibles.map(({ libelle }) => libelle!).reverse() };
  }
  const [palier] = possibles as [Palier];
  const trouve = dePalier(palier, droit);
  return estSurLaBorne(palier.precedent, taux, tauxCible)
    ? {
        ...trouve,
        motif: `écart de ${palier.precedent!.auDela} points exactement, lu comme « compris entre »`,
        certitude: 'interprétation',
      }
    : trouve;
}

/** L'écart d'un taux à la cible va au-delà d'un seuil : de toute façon pour le dernier, la commune étant déficitaire. */
const commenceAvant = (seuil: Seuil, taux: Points, cible: TauxCible): boolean =>
  seuil.auDela === 0 || depasse(seuil, taux, cible);

/** L'écart d'un taux à la cible va au-delà d'un seuil, ou l'atteint s'il y est compris. */
function depasse(seuil: Seuil | null, taux: Points, cible: TauxCible): boolean {
  if (!seuil) return false;
  const ordre = comparer(taux, fraction(cible - seuil.auDela));
  return ordre < 0 || (ordre === 0 && seuil.compris === true);
}

/** Un taux exact, sur une borne que le texte donne à l'un et à l'autre palier. */
const estSurLaBorne = (borne: Seuil | null, { bas, haut }: IntervalleDeTaux, cible: TauxCible): boolean =>
  borne !== null && !borne.compris && comparer(bas, haut) === 0 && comparer(bas, fraction(cible - borne.auDela)) === 0;

/** Les taux que la loi connaît à ce rang, du plus grand écart au plus petit. */
export function tauxLegaux(droit: Droit, rang: Rang): readonly TauxDeRattrapage[] {
  if (!droit.rattrapage) return [];
  if (rang === 3) return droit.rattrapage.regle.map((palier) => dePalier(palier, droit));
  const entrante = tauxDUneEntrante(rang, droit);
  return 'refus' in entrante ? [] : [entrante];
}

const NON_DEFICITAIRE: TauxDeRattrapage = {
  pourcent: 0,
  palier: null,
  motif: 'taux cible atteint : commune non déficitaire',
  reference: 'L302-8-VII',
  certitude: 'texte',
};

function tauxDUneEntrante(rang: RangEntrant, droit: Droit): TauxDeRattrapage | Refus {
  if (!droit.entrantes) return regleInconnue('Objectif d’une commune entrante', droit);
  const { regle, reference, certitude } = droit.entrantes;
  return {
    pourcent: regle[rang],
    palier: null,
    motif: `commune entrante, rang triennal ${rang}`,
    reference,
    certitude,
  };
}

const dePalier = (palier: Palier, { rattrapage }: Droit): TauxDeRattrapage => ({
  pourcent: palier.taux,
  palier: palier.libelle === null ? null : palier,
  motif: motifDe(palier),
  reference: rattrapage!.reference,
  certitude: rattrapage!.certitude,
});

function motifDe({ auDela, precedent, libelle }: Palier): string {
  if (libelle === null) return 'taux unique, sans palier';
  if (!precedent) return `écart supérieur à ${auDela} points`;
  return auDela === 0 ? `écart inférieur à ${precedent.auDela} points` : `écart ${libelle}`;
}
