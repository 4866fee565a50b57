import { arrondir, ecrireCompte, fraction, produit, type Logements, type Points } from '../../nombres';
import type { Droit, Rang, TauxCible } from '../../droit';
import { plancherCims } from '../cims/plancher';
import { plancherCms } from '../cms/plancher';
import { estRefus, regleInconnue, type Refus } from '../refus';
import { nombreManquant } from './manquants';
import { objectifDeReference } from './objectif';
import { nomDuTaux, tauxDeRattrapage, type IntervalleDeTaux, type TauxDeRattrapage } from './rattrapage';
import { RESIDENCES_MAXIMUM, situation, type Situation } from './situation';

/** Le plus petit et le plus grand nombre de logements que des chiffres publiés permettent. */
export interface Encadre {
  readonly bas: number;
  readonly haut: number;
}

/** Ce que les chiffres publiés disent d'une commune, en logements entiers. */
export interface ChiffresPublies {
  /** Les résidences principales que les chiffres publiés permettent. */
  readonly residences: Encadre;
  /** À l'entier supérieur. */
  readonly manquants: Encadre;
  /** À l'entier le plus proche. */
  readonly reference: Encadre;
  /** À l'entier supérieur ; `null` : la commune entre dans le dispositif (VIII), ou la période n'a pas de plancher. */
  readonly plancherCms: Encadre | null;
  /** À l'entier supérieur ; une entrante ne s'abaisse pas : sa référence. `null` : la période ne connaît pas la mutualisation. */
  readonly plancherMutualisation: Encadre | null;
  /** Les taux de rattrapage entre lesquels l'arrondi du taux publié ne tranche pas ; un seul s'il tranche. */
  readonly rattrapages: readonly TauxDeRattrapage[];
}

/**
 * Manquants, référence et planchers encadrés par l'inventaire publié, qui donne les logements sociaux et un taux arrondi, non les
 * résidences principales : LLS / (taux + ½ arrondi) < RP ≤ LLS / (taux − ½ arrondi). Chaque nombre entier de résidences de cet
 * intervalle est permis.
 * @param logementsSociaux entier d'au moins 1 : zéro logement n'encadre rien
 * @param taux publié, à son arrondi près, d'au plus 100
 * @param deficitaire dit par l'inventaire : la cible n'est alors pas atteinte ; `null` : il ne le dit pas
 * @example 345 logements, 17,78 % pour 25 → RP = 1 940, 140 manquants, 33 % : 46 et 46
 * @example 1 600 logements, 16 % pour 20 → RP de 9 697 à 10 322 : de 132 (10 001 RP, 33 %) à 200 (10 000 RP, 50 %)
 * @example 2 000 logements, 20,0 % pour 20 → de 0 (cible atteinte) à 5 ; dite déficitaire, de 1 à 5 manquants
 * @example 0 logement → refus
 */
export function chiffresPublies(
  logementsSociaux: number,
  taux: IntervalleDeTaux,
  tauxCible: TauxCible,
  rang: Rang,
  droit: Droit,
  deficitaire: true | null = null,
): ChiffresPublies | Refus {
  if (!droit.rattrapage) return regleInconnue('Taux de rattrapage', droit);
  const sousLaCible = deficitaire ? entierSous(100 * logementsSociaux, fraction(tauxCible)) + 1 : 0;
  const residences = residencesPossibles(logementsSociaux, taux, sousLaCible);
  if ('refus' in residences) return residences;
  const situations: Situation[] = [];
  for (const rp of ouLObjectifPeutChanger(residences, logementsSociaux, tauxCible, droit.rattrapage.regle)) {
    const s = situation(rp, logementsSociaux, tauxCible, rang);
    if (estRefus(s)) return s;
    situations.push(s);
  }
  const reference = encadrer(situations, (s) => objectifDeReference(s, droit), 'PROCHE');
  if (estRefus(reference)) return reference;
  const rattrapages = new Map<string, TauxDeRattrapage>();
  for (const s of situations) {
    const trouve = tauxDeRattrapage(s, droit);
    if (!estRefus(trouve) && !rattrapages.has(nomDuTaux(trouve))) rattrapages.set(nomDuTaux(trouve), trouve);
  }
  return {
    residences,
    manquants: encadrer(situations, (s) => ({ valeur: nombreManquant(s) }), 'SUPERIEUR') as Encadre,
    reference,
    plancherCms: siRegle(encadrer(situations, (s) => plancherCms(s, droit), 'SUPERIEUR')),
    plancherMutualisation: siRegle(encadrer(situations, (s) => plancherCims(s, droit), 'SUPERIEUR')),
    rattrapages: [...rattrapages.values()],
  };
}

function encadrer(
  situations: readonly Situation[],
  de: (s: Situation) => { readonly valeur: Logements } | Refus,
  arrondi: 'PROCHE' | 'SUPERIEUR',
): Encadre | Refus {
  const valeurs: number[] = [];
  for (const s of situations) {
    const calcul = de(s);
    if (estRefus(calcul)) return calcul;
    valeurs.push(arrondir(calcul.valeur, arrondi));
  }
  return { bas: Math.min(...valeurs), haut: Math.max(...valeurs) };
}

const siRegle = (encadre: Encadre | Refus): Encadre | null => (estRefus(encadre) ? null : encadre);

function residencesPossibles(lls: number, { bas, haut }: IntervalleDeTaux, auMoins: number): Encadre | Refus {
  const refus: Refus = {
    refus: 'VALEUR',
    grandeur: 'taux_publie',
    recu: `ce taux, pour ${ecrireCompte(lls, 'logement social', 'logements sociaux')}`,
    attendu: 'un taux et un nombre de logements sociaux qui encadrent les résidences principales',
  };
  // Un taux arrondi à zéro n'encadre rien.
  if (bas.numerateur <= 0) return refus;
  const minimum = Math.max(lls, auMoins, entierSous(100 * lls, haut) + 1);
  const maximum = entierSous(100 * lls, bas);
  return minimum <= maximum && maximum <= RESIDENCES_MAXIMUM ? { bas: minimum, haut: maximum } : refus;
}

/** Entre deux changements de palier, l'objectif croît avec les résidences : ses extrêmes sont aux bouts et autour de chaque seuil. */
function ouLObjectifPeutChanger(
  { bas: minimum, haut: maximum }: Encadre,
  lls: number,
  cible: TauxCible,
  paliers: readonly { readonly auDela: number }[],
): number[] {
  const seuils = paliers.map(({ auDela }) => entierSous(100 * lls, fraction(cible - auDela)));
  const autour = seuils.flatMap((seuil) => [seuil - 1, seuil, seuil + 1]);
  return [minimum, ...autour.filter((rp) => rp > minimum && rp < maximum), maximum];
}

const entierSous = (dividende: number, { numerateur, denominateur }: Points): number =>
  arrondir(produit(fraction(dividende), fraction(denominateur, numerateur)), 'INFERIEUR');
