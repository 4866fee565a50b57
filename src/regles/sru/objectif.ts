import { comparer, ecrire, fraction, produit, type Logements, type PourCent } from '../../nombres';
import { ecrirePeriode, anneeDeBase, type Droit, type Rang, type TauxCible } from '../../droit';
import { calcul, type Calcul, type Etape } from '../calcul';
import { estRefus, regleInconnue, type Refus } from '../refus';
import { manquants, nombreManquant } from './manquants';
import { tauxDeRattrapage, tauxDeRattrapageDepuis, type IntervalleDeTaux, type TauxDeRattrapage } from './rattrapage';
import type { Situation } from './situation';

/**
 * Objectif de référence, en logements, non arrondi (L. 302-8, VII et VIII) : taux de rattrapage × manquants.
 * @example 1500 sur 10 000, cible 20 → 33 % × 500 = 165
 * @example 1800 sur 10 000, cible 20 → 50 % × 200 = 100
 * @example 2000 sur 10 000, cible 20 → 0
 */
export function objectifDeReference(s: Situation, droit: Droit): Calcul<'logements'> | Refus {
  const taux = tauxDeRattrapage(s, droit);
  if (estRefus(taux)) return taux;
  const valeur = partDe(nombreManquant(s), taux.pourcent);
  return calcul(valeur, () => [
    etapePeriode(droit),
    ...manquants(s).etapes,
    {
      nom: 'Écart au taux cible',
      valeur: fraction(s.tauxCible * s.residencesPrincipales - 100 * s.logementsSociaux, s.residencesPrincipales),
      unite: 'points',
      formule: `${s.tauxCible} − 100 × ${ecrire(s.logementsSociaux)} / ${ecrire(s.residencesPrincipales)}`,
      reference: 'L302-8-VII',
      certitude: 'texte',
    },
    ...etapesObjectif(taux, nombreManquant(s), valeur),
  ]);
}

/**
 * Objectif de référence quand on ne connaît que les manquants et un taux arrondi. Refuse un taux qui ne peut pas aller avec ces
 * manquants, et un intervalle qui touche deux paliers.
 * @param nombre logements manquants, positif ou nul, décimales admises
 * @example 500 manquants, 15,0 % pour 20 → 165
 * @example 500 manquants, 16 % pour 20 → refus : 33 ou 50 %
 * @example 500 manquants, 20,5 % pour 20 → refus : taux atteint ; 0 manquant, 16 % pour 20 → refus : taux non atteint
 * @example 0 manquant, 20 % pour 20 (de 19,5 à 20,5) → 0
 */
export function objectifDepuis(
  nombre: Logements,
  taux: IntervalleDeTaux,
  tauxCible: TauxCible,
  rang: Rang,
  droit: Droit,
): Calcul<'logements'> | Refus {
  if (!droit.rattrapage) return regleInconnue('Taux de rattrapage', droit);
  const aucun = nombre.numerateur === 0;
  const borne = aucun ? taux.haut : taux.bas;
  if (comparer(borne, fraction(tauxCible)) < 0 === aucun) {
    return { refus: 'TAUX_CONTRADICTOIRE', borne, cible: tauxCible, manquants: nombre };
  }
  if (aucun) return calcul(nombre, () => [etapePeriode(droit)]);
  const rattrapage = tauxDeRattrapageDepuis(taux, tauxCible, rang, droit);
  if (estRefus(rattrapage)) return rattrapage;
  const valeur = partDe(nombre, rattrapage.pourcent);
  return calcul(valeur, () => [etapePeriode(droit), ...etapesObjectif(rattrapage, nombre, valeur)]);
}

/** `pourcent` pour cent d'un nombre de logements, exactement. */
export function partDe(nombre: Logements, pourcent: PourCent): Logements {
  const numerateur = nombre.numerateur * pourcent;
  const denominateur = nombre.denominateur * 100;
  const sur = Number.isSafeInteger(numerateur) && Number.isSafeInteger(denominateur);
  return sur ? { numerateur, denominateur } : produit(nombre, fraction(pourcent, 100));
}

export function etapePeriode(droit: Droit): Etape {
  const { periode } = droit;
  return {
    nom: 'Période',
    valeur: periode ? ecrirePeriode(periode) : 'non précisée',
    unite: '',
    formule: periode
      ? `situation au 1er janvier ${anneeDeBase(periode)}${droit.reserve ? ` ; ${droit.reserve}` : ''}`
      : droit.libelle,
    reference: 'L302-8-I',
    certitude: 'texte',
  };
}

function etapesObjectif(taux: TauxDeRattrapage, nombre: Logements, valeur: Logements): Etape[] {
  const { reference, certitude } = taux;
  return [
    {
      nom: 'Taux de rattrapage',
      valeur: fraction(taux.pourcent),
      unite: '%',
      formule: taux.motif,
      reference,
      certitude,
    },
    {
      nom: 'Objectif de référence',
      valeur,
      unite: 'logements',
      formule: `${taux.pourcent} % × ${ecrire(nombre, 4)}`,
      reference,
      certitude,
    },
  ];
}
