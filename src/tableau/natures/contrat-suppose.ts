import type { Contrat } from '../contrat-et-avis';
import type { Tableau } from '../lecture/tableaux';
import { normaliser } from '../texte';
import { estBilan } from './bilan';

/**
 * Le contrat qu'un tableau porte quand on ne le précise pas : celui que la feuille nomme ; sinon, des abaissements si l'en-tête de
 * l'objectif dit « abaissant » (« Objectif CMS abaissant ») ou si le contrat n'est que d'une commune, une mutualisation s'il ne dit
 * qu'un contrat, aucun sans objectif de contrat.
 * @param nomme le contrat que la feuille nomme autour du tableau
 */
export function contratSuppose(tableau: Tableau, nomme: Exclude<Contrat, 'aucun'> | null = null): Contrat {
  const retenu = tableau.entetes.get('objectif_contrat');
  const entetes = retenu ? [retenu] : (tableau.ambigues.get('objectif_contrat') ?? []);
  if (entetes.length === 0 || estBilan(tableau)) return 'aucun';
  const dits = entetes.map((e) => normaliser(e.texte));
  if (dits.every((texte) => ABAISSANT.test(texte))) return 'cms';
  if (dits.some((texte) => MUTUALISANT.test(texte))) return 'cims';
  return nomme ?? (tableau.lignes.length === 1 && tableau.douteuses.length === 0 ? 'cms' : 'cims');
}

const MUTUALISANT = /\b(?:cims|mutualis)/;
/** « Abaissé » se dit aussi d'une mutualisation ; « abaissant », du seul contrat du IX. */
const ABAISSANT = /^(?!.*\b(?:cims|mutualis)).*\babaissants?\b/;
