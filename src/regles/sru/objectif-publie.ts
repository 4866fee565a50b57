import { arrondir, ecrireCompte, fraction, produit, type Points } from '../../nombres';
import type { Droit, Palier, Rang, TauxCible } from '../../droit';
import { estRefus, regleInconnue, type Refus } from '../refus';
import { objectifDeReference } from './objectif';
import type { IntervalleDeTaux } from './rattrapage';
import { RESIDENCES_MAXIMUM, situation } from './situation';

/** Le plus petit et le plus grand objectif que des chiffres publiés permettent, à l'entier le plus proche. */
export interface ObjectifEncadre {
  readonly bas: number;
  readonly haut: number;
}

/**
 * L'objectif de référence encadré par l'inventaire publié, qui donne les logements sociaux et un taux arrondi, non les résidences
 * principales : LLS / (taux + ½ arrondi) < RP ≤ LLS / (taux − ½ arrondi). Chaque nombre entier de résidences de cet intervalle est permis.
 * @param logementsSociaux entier d'au moins 1 : zéro logement n'encadre rien
 * @param taux publié, à son arrondi près, d'au plus 100
 * @example 345 logements, 17,78 % pour 25 → RP = 1 940, 140 manquants, 33 % : 46 et 46
 * @example 1 600 logements, 16 % pour 20 → RP de 9 697 à 10 322 : de 132 (10 001 RP, 33 %) à 200 (10 000 RP, 50 %)
 * @example 0 logement → refus
 */
export function objectifPublie(
  logementsSociaux: number,
  taux: IntervalleDeTaux,
  tauxCible: TauxCible,
  rang: Rang,
  droit: Droit,
): ObjectifEncadre | Refus {
  if (!droit.rattrapage) return regleInconnue('Taux de rattrapage', droit);
  const encadrees = residencesPossibles(logementsSociaux, taux);
  if ('refus' in encadrees) return encadrees;
  const objectifs: number[] = [];
  for (const residences of ouLObjectifPeutChanger(encadrees, logementsSociaux, tauxCible, droit.rattrapage.regle)) {
    const s = situation(residences, logementsSociaux, tauxCible, rang);
    if (estRefus(s)) return s;
    const objectif = objectifDeReference(s, droit);
    if (estRefus(objectif)) return objectif;
    objectifs.push(arrondir(objectif.valeur, 'PROCHE'));
  }
  return { bas: Math.min(...objectifs), haut: Math.max(...objectifs) };
}

interface Residences {
  readonly minimum: number;
  readonly maximum: number;
}

function residencesPossibles(lls: number, { bas, haut }: IntervalleDeTaux): Residences | Refus {
  const refus: Refus = {
    refus: 'VALEUR',
    grandeur: 'taux_publie',
    recu: `ce taux, pour ${ecrireCompte(lls, 'logement social', 'logements sociaux')}`,
    attendu: 'un taux et un nombre de logements sociaux qui encadrent les résidences principales',
  };
  // Un taux arrondi à zéro n'encadre rien.
  if (bas.numerateur <= 0) return refus;
  const minimum = Math.max(lls, entierSous(100 * lls, haut) + 1);
  const maximum = entierSous(100 * lls, bas);
  return minimum <= maximum && maximum <= RESIDENCES_MAXIMUM ? { minimum, maximum } : refus;
}

/** Entre deux changements de palier, l'objectif croît avec les résidences : ses extrêmes sont aux bouts et autour de chaque seuil. */
function ouLObjectifPeutChanger(
  { minimum, maximum }: Residences,
  lls: number,
  cible: TauxCible,
  paliers: readonly Palier[],
): number[] {
  const seuils = paliers.map(({ auDela }) => entierSous(100 * lls, fraction(cible - auDela)));
  const autour = seuils.flatMap((seuil) => [seuil - 1, seuil, seuil + 1]);
  return [minimum, ...autour.filter((rp) => rp > minimum && rp < maximum), maximum];
}

const entierSous = (dividende: number, { numerateur, denominateur }: Points): number =>
  arrondir(produit(fraction(dividende), fraction(denominateur, numerateur)), 'INFERIEUR');
