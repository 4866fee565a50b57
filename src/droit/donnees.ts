import type { EnPoints, PourCent } from '../nombres';
import { paliers, type Palier } from './paliers';
import type { Certitude, IdReference } from './references';

/** Une règle et les périodes qu'elle régit : de l'année `de` incluse à l'année `avant` exclue (ou sans terme connu). */
export interface Datee<T> {
  readonly de: number;
  readonly avant: number | null;
  readonly regle: T;
  readonly reference: IdReference;
  readonly certitude: Certitude;
}

// Tous les taux de ce dossier sont des entiers en pour cent, tous les écarts des entiers en points.

export const CIBLES = [20, 25] as const;
/** Taux cible de la commune, en pour cent (L. 302-5, I et II). */
export type TauxCible = (typeof CIBLES)[number];

/** Rang de la période pour la commune : 0 = entrée en cours de période, 1 = première période pleine, 2 = deuxième, 3 = au-delà. */
export type Rang = 0 | 1 | 2 | 3;
export type RangEntrant = Exclude<Rang, 3>;

// « L'objectif de réalisation […] est fixé à 33 % […] porté à 50 % pour les communes dont le taux […] présente un écart
// compris entre deux et quatre points […] ; à 100 % pour les communes dont le taux […] présente un écart inférieur à deux points »
// IX : plancher du contrat abaissant, « 25 %, 40 % ou 80 % du nombre de logements sociaux à réaliser » ; la plaquette écrit 17 %.
export const RATTRAPAGE: readonly Datee<readonly Palier[]>[] = [
  {
    de: 2002,
    avant: 2014,
    regle: paliers({ auDela: 0, taux: 15 }),
    reference: 'L302-8-anterieur',
    certitude: 'source secondaire',
  },
  {
    de: 2014,
    avant: 2017,
    regle: paliers({ auDela: 0, taux: 25 }),
    reference: 'L302-8-anterieur',
    certitude: 'source secondaire',
  },
  {
    de: 2017,
    avant: 2020,
    regle: paliers({ auDela: 0, taux: 33 }),
    reference: 'L302-8-anterieur',
    certitude: 'source secondaire',
  },
  {
    de: 2020,
    avant: 2023,
    regle: paliers({ auDela: 0, taux: 50 }),
    reference: 'L302-8-anterieur',
    certitude: 'source secondaire',
  },
  {
    de: 2023,
    avant: null,
    regle: paliers(
      { auDela: 4, taux: 33, planchers: { abaissement: 25, plaquette: 17 } },
      { auDela: 2, compris: true, taux: 50, planchers: { abaissement: 40 } },
      { auDela: 0, taux: 100, planchers: { abaissement: 80 } },
    ),
    reference: 'L302-8-VII',
    certitude: 'texte',
  },
];

// VIII : « pour la première période triennale pleine […] 15 % […] deuxième période triennale […] 25 % » ; 10 % en cours de période.
export const ENTRANTES: readonly Datee<Readonly<Record<RangEntrant, PourCent>>>[] = [
  { de: 2023, avant: null, regle: { 0: 10, 1: 15, 2: 25 }, reference: 'L302-8-VIII', certitude: 'texte' },
];

/** Une commune soumise pour la première fois avant cette année n'est plus une entrante. */
export const ENTRANTES_DEPUIS = 2015;

export interface RegleAbaissement {
  readonly periodesConsecutives: number;
  /** Dérogation du préfet : population strictement inférieure, ou part inconstructible du territoire urbanisé entre deux bornes (%). */
  readonly derogation: {
    readonly populationInferieureA: number;
    readonly inconstructibilite: readonly [EnPoints, EnPoints];
  };
}

// IX : trois périodes consécutives au plus, sauf dérogation ; ses planchers sont ceux des paliers.
export const ABAISSEMENT: readonly Datee<RegleAbaissement>[] = [
  {
    de: 2023,
    avant: null,
    regle: {
      periodesConsecutives: 3,
      derogation: { populationInferieureA: 5000, inconstructibilite: [30, 50] },
    },
    reference: 'L302-8-IX',
    certitude: 'texte',
  },
];

export interface RegleMutualisation {
  /** Part de l'objectif de référence sous laquelle une commune ne descend pas, en pour cent. */
  readonly partDeLaReference: PourCent;
  readonly periodesConsecutives: number;
}

// X : la réduction « ne peut excéder la moitié » de l'objectif de référence, deux périodes consécutives au plus.
export const MUTUALISATION: readonly Datee<RegleMutualisation>[] = [
  {
    de: 2023,
    avant: null,
    regle: { partDeLaReference: 50, periodesConsecutives: 2 },
    reference: 'L302-8-X',
    certitude: 'texte',
  },
];

export interface RegleTypologie {
  readonly plaiMinimum: PourCent;
  readonly plsMaximum: PourCent;
  /** Maximum de PLS si le taux de logements sociaux est strictement inférieur au seuil et qu'aucun PLH ne couvre la commune. */
  readonly plsMaximumSansPlh: PourCent;
  readonly seuilTauxSansPlh: EnPoints;
}

export const TYPOLOGIE: readonly Datee<RegleTypologie>[] = [
  {
    de: 2023,
    avant: null,
    regle: { plaiMinimum: 30, plsMaximum: 30, plsMaximumSansPlh: 20, seuilTauxSansPlh: 10 },
    reference: 'L302-8-III',
    certitude: 'texte',
  },
];

/** Ce que l'instruction d'une période a changé à ses objectifs avant le bilan. */
export const RECALAGE: readonly Datee<{ readonly note: string }>[] = [
  {
    de: 2020,
    avant: 2023,
    regle: {
      note: 'objectif notifié, puis « recalé » sur les taux de la loi 3DS avant les propositions de carence : vérifier lequel est ici',
    },
    reference: 'instruction-2023',
    certitude: 'source secondaire',
  },
];
