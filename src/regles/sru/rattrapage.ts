import {
  comparer,
  ecrire,
  ecrireDuBonCote,
  fraction,
  produit,
  somme,
  type Fraction,
  type NombreLu,
} from '../../nombres';
import type { Certitude, Droit, IdReference, Palier, Rang, Rattrapage, TauxCible } from '../../droit';
import { regleInconnue, type Refus } from '../refus';
import type { Situation } from './situation';

/** Le taux de rattrapage d'une commune, en pour cent des manquants, et ce qui le fonde. */
export interface TauxDeRattrapage {
  readonly pourcent: number;
  /** `null` hors des paliers : commune entrante, non déficitaire, ou règle antérieure à la loi 3DS. */
  readonly palier: Palier['id'] | null;
  readonly motif: string;
  readonly reference: IdReference;
  readonly certitude: Certitude;
}

/** Un taux connu à son arrondi près, en points : de `bas` à `haut`, bornes comprises. */
export interface IntervalleDeTaux {
  readonly bas: Fraction;
  readonly haut: Fraction;
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

type Paliers = Extract<Rattrapage, { type: 'paliers' }>;

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
  const points = 100 * s.logementsSociaux;
  if (points >= s.tauxCible * s.residencesPrincipales) return NON_DEFICITAIRE;
  const commun = tauxSansPalier(s.rang, droit);
  if (commun) return commun;
  const regle = droit.rattrapage.regle as Paliers;
  const seuilProche = (s.tauxCible - regle.ecartProche) * s.residencesPrincipales;
  const seuilMedian = (s.tauxCible - regle.ecartMedian) * s.residencesPrincipales;
  if (points > seuilProche) return dePalier(regle.proche, droit);
  if (points > seuilMedian) return dePalier(regle.median, droit);
  if (points < seuilMedian) return dePalier(regle.lointain, droit);
  return {
    ...dePalier(regle.median, droit),
    motif: `écart de ${regle.ecartMedian} points exactement, lu comme « compris entre »`,
    certitude: 'interprétation',
  };
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
  const commun = tauxSansPalier(rang, droit);
  if (commun) return commun;
  const regle = droit.rattrapage.regle as Paliers;
  const seuilProche = fraction(tauxCible - regle.ecartProche);
  const seuilMedian = fraction(tauxCible - regle.ecartMedian);
  const possibles = [
    comparer(taux.haut, seuilProche) > 0 && regle.proche,
    comparer(taux.haut, seuilMedian) >= 0 && comparer(taux.bas, seuilProche) <= 0 && regle.median,
    comparer(taux.bas, seuilMedian) < 0 && regle.lointain,
  ].filter((palier) => palier !== false);
  if (possibles.length > 1) {
    return { refus: 'PALIER_INDETERMINE', ...taux, paliers: possibles.map(({ id }) => id) };
  }
  return dePalier(possibles[0]!, droit);
}

/** Les taux que la loi connaît pour une commune de droit commun, du plus lointain au plus proche. */
export function tauxLegaux(droit: Droit, rang: Rang): readonly TauxDeRattrapage[] {
  const commun = droit.rattrapage && tauxSansPalier(rang, droit);
  if (commun) return 'refus' in commun ? [] : [commun];
  const regle = droit.rattrapage?.regle;
  if (regle?.type !== 'paliers') return [];
  return [regle.lointain, regle.median, regle.proche].map((palier) => dePalier(palier, droit));
}

const NON_DEFICITAIRE: TauxDeRattrapage = {
  pourcent: 0,
  palier: null,
  motif: 'taux cible atteint : commune non déficitaire',
  reference: 'L302-8-VII',
  certitude: 'texte',
};

function tauxSansPalier(rang: Rang, droit: Droit): TauxDeRattrapage | Refus | null {
  if (rang < 3) {
    if (!droit.entrantes) return regleInconnue('Objectif d’une commune entrante', droit);
    const { regle, reference, certitude } = droit.entrantes;
    const pourcent = regle[rang as keyof typeof regle];
    return { pourcent, palier: null, motif: `commune entrante, rang triennal ${rang}`, reference, certitude };
  }
  const { regle, reference, certitude } = droit.rattrapage!;
  if (regle.type === 'paliers') return null;
  return { pourcent: regle.taux, palier: null, motif: 'taux unique, sans palier', reference, certitude };
}

const dePalier = ({ id, taux, motif }: Palier, { rattrapage }: Droit): TauxDeRattrapage => ({
  pourcent: taux,
  palier: id,
  motif,
  reference: rattrapage!.reference,
  certitude: rattrapage!.certitude,
});
