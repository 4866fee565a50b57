import {
  comparer,
  ecrire,
  ecrireAuLong,
  fraction,
  produitArrondi,
  somme,
  type Fraction,
  type Rapport,
} from '../../nombres';
import { droitDe, suivante, type Periode } from '../../droit';
import { estRefus, type Refus } from '../refus';
import { tauxLls } from './manquants';
import { objectifDeReference } from './objectif';
import { tauxDeRattrapage, type TauxDeRattrapage } from './rattrapage';
import { RESIDENCES_MAXIMUM, situation, type Situation } from './situation';

/** Une période de la trajectoire : où elle commence, ce qu'elle exige, où elle finit. */
export interface Etat {
  readonly debut: Situation;
  readonly rattrapage: TauxDeRattrapage;
  /** Le palier n'est pas celui de la période précédente. */
  readonly change: boolean;
  /** À l'entier supérieur : un objectif de moins d'un logement resterait sans cela à produire sans fin. */
  readonly objectif: number;
  readonly produits: number;
  /** Taux de logements sociaux à la fin de la période, en rapport. */
  readonly tauxFinal: Rapport;
}

export interface Hypotheses {
  /** Croissance des résidences principales par période de trois ans, en pour cent, négative si elles diminuent. */
  readonly croissance: Fraction;
  /** La première période ; chacune a sa règle. */
  readonly premiere: Periode;
  /** Périodes au plus. */
  readonly periodes: number;
  /** Logements sociaux qui sortent du décompte à chaque période : vendus depuis dix ans, déconventionnés. */
  readonly sorties: number;
  /** Part de l'objectif réalisée à chaque période, en rapport. */
  readonly realisation: Rapport;
}

/**
 * La trajectoire d'une commune de droit commun, période par période, jusqu'au taux cible (L. 302-8, VII). Refuse une croissance qui
 * ne laisse pas un parc possible.
 * @example 1 500 sur 10 000, cible 20, parc constant → 165 (33 %), 168 (50 %), 167 (100 %) : 20 %
 * @example les mêmes en 2020-2022 → 250 (50 %, sans palier), puis 125 (50 %) en 2023-2025
 * @example 1 500 sur 10 000, cible 20, 30 sorties par période → 165, puis 50 % des 365 qui manquent : 183
 * @example taux cible déjà atteint → aucune période
 * @example croissance de −100 % → refus
 */
export function trajectoire(depart: Situation, h: Hypotheses): readonly Etat[] | Refus {
  const etats: Etat[] = [];
  let debut = depart;
  for (let periode = h.premiere; etats.length < h.periodes; periode = suivante(periode)) {
    const droit = droitDe(periode);
    const rattrapage = tauxDeRattrapage(debut, droit);
    if (estRefus(rattrapage)) return rattrapage;
    if (rattrapage.pourcent === 0) break;
    const reference = objectifDeReference(debut, droit);
    if (estRefus(reference)) return reference;
    const objectif = produitArrondi([reference.valeur], 'SUPERIEUR');
    const produits = produitArrondi([fraction(objectif), h.realisation], 'PROCHE');
    const cent = fraction(100);
    const rp = produitArrondi(
      [fraction(debut.residencesPrincipales), somme(cent, h.croissance), fraction(1, 100)],
      'PROCHE',
    );
    const suite = situation(
      rp,
      restants(rp, debut.logementsSociaux + produits - h.sorties),
      debut.tauxCible,
      debut.rang,
    );
    if (estRefus(suite)) return croissanceIntenable(h.croissance, rp);
    const precedent = etats.at(-1)?.rattrapage;
    const change = precedent !== undefined && precedent.palier?.libelle !== rattrapage.palier?.libelle;
    etats.push({ debut, rattrapage, change, objectif, produits, tauxFinal: tauxLls(suite).valeur });
    debut = suite;
  }
  return etats;
}

/** Le parc de fin de période, entre rien et toutes les résidences principales. */
const restants = (rp: number, lls: number): number => Math.max(0, Math.min(rp, lls));

const croissanceIntenable = (croissance: Fraction, rp: number): Refus => ({
  refus: 'VALEUR',
  grandeur: 'croissance_rp',
  recu: `${ecrireAuLong(croissance)} %`,
  attendu: `une croissance qui laisse de 1 à ${ecrire(RESIDENCES_MAXIMUM)} résidences principales, et non ${ecrire(rp)}`,
});

/** Le taux cible est atteint à la fin de la dernière période. */
export const cibleAtteinte = (etats: readonly Etat[]): boolean => {
  const dernier = etats.at(-1);
  return !dernier || comparer(dernier.tauxFinal, fraction(dernier.debut.tauxCible, 100)) >= 0;
};
