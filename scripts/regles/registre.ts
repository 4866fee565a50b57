import { ATTRIBUTIONS, LOYERS } from './attributions';
import { CHAMP, OUTIL } from './champ';
import { CONTRATS } from './contrats';
import type { Theme } from './dispositif';
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
