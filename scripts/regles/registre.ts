import { ATTRIBUTIONS, LOYERS } from './attributions';
import { CHAMP, OUTIL } from './champ';
import { CONTRATS } from './contrats';
import { TOUTES } from '../../src/fonctions/toutes';
import type { Dispositif, Theme } from './dispositif';
import { CARENCE, PRELEVEMENT } from './prelevement';
import { RATTRAPAGE } from './rattrapage';

/** Le registre du droit : chaque dispositif que les sources nomment, une fois. */
export const REGISTRE_DU_DROIT: readonly Theme[] = [
  RATTRAPAGE,
  CONTRATS,
  PRELEVEMENT,
  CARENCE,
  CHAMP,
  ATTRIBUTIONS,
  LOYERS,
  OUTIL,
];

export const DISPOSITIFS = REGISTRE_DU_DROIT.flatMap(({ dispositifs }) => dispositifs);

/** Les fonctions qui disent calculer ce dispositif. */
export const fonctionsDe = ({ nom }: Dispositif): string[] =>
  TOUTES.filter(({ dispositif }) => dispositif === nom).map((fonction) => fonction.nom);
