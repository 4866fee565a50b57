import type { Enonce, Point } from '../point';
import { COMMENTAIRES } from './commentaires';
import { DEVERSEMENT } from './deversement';
import { EVENEMENTS } from './evenements';
import { POINTS_DE_FONCTIONS } from './fonctions';
import { FONDS_DE_CELLULE } from './fonds';
import { FORMATS_DE_NOMBRE } from './formats';
import { FIGEMENT, REPARATION } from './gestes';
import { GRANDE_LECTURE } from './grande-lecture';
import { MOTIF } from './motif';
import { NOMS_CACHES } from './noms-caches';
import { POINTS_DU_POSTE } from './poste';
import { REGLAGES } from './reglages';
import { SAISIE_FRANCAISE } from './saisie-francaise';

/** Les points de docs/a-confirmer-dans-excel.md qu'un programme essaie, dans l'ordre de leurs numéros. */
export const POINTS: readonly Point[] = [
  ...POINTS_DE_FONCTIONS,
  ...POINTS_DU_POSTE,
  ...[SAISIE_FRANCAISE, DEVERSEMENT, MOTIF, REPARATION, FONDS_DE_CELLULE, NOMS_CACHES, COMMENTAIRES],
  ...[EVENEMENTS, FIGEMENT, GRANDE_LECTURE, FORMATS_DE_NOMBRE, REGLAGES],
].sort((a, b) => a.numero - b.numero);

/** Le dernier : ce que l'essai lui-même laisse. */
export const RETRAIT: Enonce = {
  numero: 47,
  titre: 'Feuille provisoire',
  attendu: 'créée, puis retirée ; la feuille active est celle d’avant',
};
