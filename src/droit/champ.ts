import { fraction, type Fraction } from '../nombres';
import type { Datee } from './donnees';

export interface RegleChamp {
  /** Population municipale à partir de laquelle une commune peut être soumise. */
  readonly population: number;
  readonly populationUniteUrbaineDeParis: number;
  /** Agglomération ou EPCI de plus de tant d'habitants, comprenant une commune de plus de tant. */
  readonly agglomerationDePlusDe: number;
  readonly communeDePlusDe: number;
  /** Commune isolée de plus de tant d'habitants, en croissance d'au moins tant de pour cent en tant d'années : taux réduit. */
  readonly isolee: { readonly dePlusDe: number; readonly croissance: number; readonly annees: number };
  /** Départements d'Île-de-France, à défaut de la liste des communes de l'unité urbaine de Paris (interprétation). */
  readonly departementsIleDeFrance: readonly string[];
}

// « communes dont la population est au moins égale à 1 500 habitants dans l'unité urbaine de Paris et 3 500 habitants sur le reste
// du territoire […] comprises […] dans une agglomération ou un [EPCI] de plus de 50 000 habitants comprenant au moins une commune
// de plus de 15 000 habitants »
export const CHAMP: readonly Datee<RegleChamp>[] = [
  {
    de: 2023,
    avant: null,
    regle: {
      population: 3500,
      populationUniteUrbaineDeParis: 1500,
      agglomerationDePlusDe: 50_000,
      communeDePlusDe: 15_000,
      isolee: { dePlusDe: 15_000, croissance: 5, annees: 5 },
      departementsIleDeFrance: ['75', '77', '78', '91', '92', '93', '94', '95'],
    },
    reference: 'L302-5',
    certitude: 'texte',
  },
];

export interface RegleTension {
  /** Demandes par emménagement strictement sous lesquelles le taux cible est réduit, ou une exemption par décret possible. */
  readonly tension: Fraction;
}

// II : un décret fixe la liste des territoires au taux réduit, « au moins au début de chacune des périodes triennales ». Ces décrets
// n'ont pas été lus en entier ; le seuil de 2026-2028 y est passé de 4 à 5,5.
export const CIBLE: readonly Datee<RegleTension>[] = [
  {
    de: 2020,
    avant: 2023,
    regle: { tension: fraction(4) },
    reference: 'decret-2019-cible',
    certitude: 'source secondaire',
  },
  {
    de: 2023,
    avant: 2026,
    regle: { tension: fraction(4) },
    reference: 'decret-2023-325',
    certitude: 'source secondaire',
  },
  {
    de: 2026,
    avant: 2029,
    regle: { tension: fraction(11, 2) },
    reference: 'decret-2026-43',
    certitude: 'source secondaire',
  },
];

export interface RegleExemption {
  /** Part inconstructible du territoire urbanisé, en pour cent, strictement au-delà de laquelle la commune est exemptée de droit. */
  readonly inconstructibilite: number;
  /** Habitants de l'agglomération hors de laquelle une commune isolée peut être exemptée par décret. */
  readonly agglomerationDePlusDe: number;
}

// III : « plus de la moitié du territoire urbanisé […] inconstructibilité » ; hors d'une agglomération de plus de 30 000 habitants
// et isolée.
export const EXEMPTION: readonly Datee<RegleExemption>[] = [
  {
    de: 2023,
    avant: null,
    regle: { inconstructibilite: 50, agglomerationDePlusDe: 30_000 },
    reference: 'L302-5-III',
    certitude: 'texte',
  },
];

// III, suite : ou territoire faiblement tendu. Le seuil de 2 vient du décret de chaque période, qui le reconduit.
export const EXEMPTION_TENSION: readonly Datee<RegleTension>[] = [
  {
    de: 2020,
    avant: 2023,
    regle: { tension: fraction(2) },
    reference: 'decret-2019-exemption',
    certitude: 'source secondaire',
  },
  {
    de: 2023,
    avant: 2026,
    regle: { tension: fraction(2) },
    reference: 'decret-2023-230',
    certitude: 'source secondaire',
  },
  {
    de: 2026,
    avant: 2029,
    regle: { tension: fraction(2) },
    reference: 'decret-2026-exemption',
    certitude: 'source secondaire',
  },
];

export interface RegleProgramme {
  /** Opérations de plus de tant de logements, ou de plus de tant de m² de surface destinée à l'habitation ; seuls comptent les logements familiaux. */
  readonly logementsPlusDe: number;
  readonly surfacePlusDe: number;
  /** Part de logements sociaux de l'opération, en pour cent, selon la commune ; hors PLS si elle est carencée. */
  readonly carencee: number;
  readonly exemptee: number;
}

// « au moins 30 % de logements sociaux (PLUS/PLAI) dans les programmes de plus de 12 logements collectifs ou de plus de 800 m² » ;
// « au minimum un quart » dans les communes exemptées, à compter du 1er janvier 2023.
export const PROGRAMME: readonly Datee<RegleProgramme>[] = [
  {
    de: 2023,
    avant: null,
    regle: { logementsPlusDe: 12, surfacePlusDe: 800, carencee: 30, exemptee: 25 },
    reference: 'loi-3ds-65-75',
    certitude: 'source secondaire',
  },
];

export interface RegleDeconventionnement {
  /** Bailleurs de plus de tant de logements. */
  readonly logementsPlusDe: number;
  /** Mois avant l'échéance de la convention où les avis conformes doivent être recueillis. */
  readonly mois: number;
}

// « ceux possédant plus de 10 logements […] doivent, au plus tard 30 mois avant son expiration, recueillir ces deux avis conformes »
export const DECONVENTIONNEMENT: readonly Datee<RegleDeconventionnement>[] = [
  {
    de: 2023,
    avant: null,
    regle: { logementsPlusDe: 10, mois: 30 },
    reference: 'loi-3ds-74',
    certitude: 'source secondaire',
  },
];
