import { MUTUALISATION } from '../../droit';
import { ETIQUETTES, MOTS, SEULS } from './mots-de-l-accord';
import { lireReponse } from './reponse';

/**
 * L'accord d'une commune : donné (`true`) ; refusé, absent ou retiré (`false`) ; `null`, à confirmer : conditionnel, tacite, pas
 * encore donné, choix non fait, ou des mots hors de la grammaire.
 * @example lireAccord('Favorable, sans réserve (CM du 12/05/2026)') // true
 * @example lireAccord('Accord retiré le 3 juin 2026') // false
 * @example lireAccord('Accord sous réserve') // null
 * @example lireAccord('☐ Oui ☐ Non') // null
 * @example lireAccord('Oui en 2020') // null : la loi n'ouvrait pas encore la mutualisation
 */
export function lireAccord(texte: string): boolean | null {
  const accord = lireReponse(texte, { mots: MOTS, seuls: SEULS, etiquettes: ETIQUETTES });
  return accord && estAncien(texte) ? null : accord;
}

/** L'accord à une mutualisation se prépare l'année qui précède sa première période ; une autre année peut suivre (« 2020, confirmé en 2026 »). */
const PREMIERE_ANNEE = Math.min(...MUTUALISATION.map(({ de }) => de)) - 1;

function estAncien(texte: string): boolean {
  const annees = [...texte.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([annee]) => Number(annee));
  return annees.length > 0 && Math.max(...annees) < PREMIERE_ANNEE;
}
