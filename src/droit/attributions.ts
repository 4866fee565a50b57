import type { Datee } from './donnees';

export interface RegleAttributions {
  /** Part minimale, en pour cent, des attributions annuelles suivies de baux signés. */
  readonly horsQpv: number;
  readonly enQpv: number;
  /** Mois du flux que le préfet décompte avant de se substituer au bailleur. */
  readonly moisDuFlux: number;
}

// « au moins 25 % des attributions réalisées en dehors des QPV doivent être destinées aux demandeurs du premier quartile » ;
// « objectif de 50 % ménages du 2ème, 3ème et 4ème quartile en QPV »
export const ATTRIBUTIONS: readonly Datee<RegleAttributions>[] = [
  {
    de: 2023,
    avant: null,
    regle: { horsQpv: 25, enQpv: 50, moisDuFlux: 12 },
    reference: 'L441-1',
    certitude: 'source secondaire',
  },
];
