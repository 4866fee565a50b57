import { comparer, ecrireCompte, fraction } from '../../nombres';
import type { Droit, TauxCible } from '../../droit';
import { et, ou, uneSuffit, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';
import { ecrireTaux, ecrireTauxEtBornes, type IntervalleDeTaux } from '../sru/rattrapage';

export interface Beneficiaire {
  /** Dotation de solidarité urbaine. */
  readonly dsu: Ternaire;
  /** Troisième fraction (« cible ») de la dotation de solidarité rurale. */
  readonly dsrCible: Ternaire;
  /** Années écoulées depuis l'entrée d'une commune nouvellement soumise : 0 la première année ; `null` si elle ne l'est pas. */
  readonly anneesDepuisEntree: number | null;
}

/**
 * Exonération du prélèvement (L. 302-7) : bénéficiaire de la DSU ou de la troisième fraction de la DSR dont le taux excède 20 %
 * (cible 25) ou 15 % (cible 20) ; ou trois premières années d'une commune nouvellement soumise depuis 2015.
 * @example DSU, 20,01 % pour 25 → exonérée ; 19,9 % → non ; 20 % publié (de 19,5 à 20,5) → indéterminé
 * @example entrée depuis 2 ans → exonérée ; depuis 3 ans → non
 */
export function exonerationDuPrelevement(
  taux: IntervalleDeTaux,
  tauxCible: TauxCible,
  { dsu, dsrCible, anneesDepuisEntree }: Beneficiaire,
  droit: Droit,
): Examen | Refus {
  if (!droit.prelevement) return regleInconnue('Exonération du prélèvement', droit);
  const { reference, certitude, regle } = droit.prelevement;
  const { tauxExcede, annees } = regle.exoneration;
  const seuil = tauxExcede[tauxCible];
  const beneficiaire = ou(dsu, dsrCible);
  const excede = excedeLe(taux, seuil);
  const entrante = anneesDepuisEntree !== null && anneesDepuisEntree < annees;
  return uneSuffit([
    {
      remplie: et(beneficiaire, excede),
      phrase: phraseDotation({ dsu, dsrCible }, excede, taux, seuil),
      reference,
      certitude,
    },
    {
      remplie: entrante,
      phrase:
        anneesDepuisEntree === null
          ? 'commune qui n’est pas nouvellement soumise'
          : `soumise depuis ${ecrireCompte(anneesDepuisEntree, 'an')}, exonérée les ${annees} premières années`,
      reference,
      certitude,
    },
  ]);
}

function excedeLe({ bas, haut }: IntervalleDeTaux, seuil: number): Ternaire {
  if (comparer(bas, fraction(seuil)) > 0) return true;
  return comparer(haut, fraction(seuil)) <= 0 ? false : null;
}

function phraseDotation(
  { dsu, dsrCible }: Pick<Beneficiaire, 'dsu' | 'dsrCible'>,
  excede: Ternaire,
  taux: IntervalleDeTaux,
  seuil: number,
): string {
  const beneficiaire = ou(dsu, dsrCible);
  if (beneficiaire === false) return 'ni DSU ni troisième fraction de la DSR';
  const mesure =
    excede === null
      ? `taux de ${ecrireTauxEtBornes(taux, seuil)}, qui doit excéder ${seuil} % : en donner plus de décimales`
      : `taux de ${ecrireTaux(taux, seuil)} % qui ${excede ? 'excède' : 'n’excède pas'} ${seuil} %`;
  if (excede === false) return mesure;
  const inconnues = [dsu === null && 'dsu', dsrCible === null && 'dsr_cible'].filter(Boolean).join(' et ');
  return `${beneficiaire ? 'bénéficiaire de la DSU ou de la troisième fraction de la DSR' : `préciser ${inconnues}`}, ${mesure}`;
}
