import type { EnPoints, PourCent } from '../nombres';
import type { Datee, TauxCible } from './donnees';

export interface ReglePrelevement {
  /** Pour cent du potentiel fiscal par habitant, par logement manquant. */
  readonly partDuPotentiel: PourCent;
  /** Pour cent des dépenses réelles de fonctionnement de l'avant-dernier exercice. */
  readonly plafondDepenses: PourCent;
  /** Montant, en euros, sous lequel rien n'est prélevé. */
  readonly minimum: number;
  readonly exoneration: {
    /** Taux de logements sociaux que la commune doit excéder, par taux cible, si elle reçoit la DSU ou la troisième fraction de la DSR. */
    readonly tauxExcede: Readonly<Record<TauxCible, EnPoints>>;
    /** Premières années d'une commune nouvellement soumise depuis le 1er janvier 2015. */
    readonly annees: number;
  };
  /** Report du surplus de dépenses : années ordinaires ; au-delà de `etendu`, le quotient lui-même. */
  readonly report: { readonly annees: number; readonly etendu: number; readonly partsDeLaPeriode: number };
}

// « fixé à 25 % du potentiel fiscal par habitant […] sans pouvoir excéder 5 % du montant des dépenses réelles de fonctionnement […]
// Le prélèvement n'est pas effectué s'il est inférieur à la somme de 4 000 €. Le prélèvement est diminué du montant des dépenses »
export const PRELEVEMENT: readonly Datee<ReglePrelevement>[] = [
  {
    de: 2023,
    avant: null,
    regle: {
      partDuPotentiel: 25,
      plafondDepenses: 5,
      minimum: 4000,
      exoneration: { tauxExcede: { 20: 15, 25: 20 }, annees: 3 },
      report: { annees: 2, etendu: 3, partsDeLaPeriode: 3 },
    },
    reference: 'L302-7',
    certitude: 'texte',
  },
];

export interface RegleMajoration {
  /** Le prélèvement majoré ne dépasse pas tant de fois le prélèvement. */
  readonly multiple: number;
  /** Plafonds du prélèvement majoré, en millièmes des dépenses réelles de fonctionnement. */
  readonly plafondDepenses: number;
  readonly plafondDepensesPotentielEleve: number;
  /** Potentiel fiscal par habitant, en pour cent de la médiane, à partir duquel le second plafond vaut. */
  readonly potentielEleve: number;
  readonly annees: number;
}

// « Le prélèvement majoré ne peut être supérieur à cinq fois le prélèvement […] ne peut excéder 5 % […] Ce plafond est porté à 7,5 % »
export const MAJORATION: readonly Datee<RegleMajoration>[] = [
  {
    de: 2023,
    avant: null,
    regle: {
      multiple: 5,
      plafondDepenses: 50,
      plafondDepensesPotentielEleve: 75,
      potentielEleve: 150,
      annees: 3,
    },
    reference: 'L302-9-1',
    certitude: 'texte',
  },
];
