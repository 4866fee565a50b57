import { lireDroit } from './arguments';
import { controlerPlage, periodeDe, verdictEnMots } from './tableaux';
import { valeurSeule } from './valeurs';

/**
 * Verdict d’un tableau de contrats de mixité sociale abaissants (L. 302-8, IX du CCH) : plancher de chaque commune, durée,
 * communes entrantes, références.
 * @customfunction CMS.VALIDER
 * @param tableau Plage avec sa ligne d’en-têtes : commune, résidences principales, logements sociaux, taux cible, objectif du contrat…
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « CONFORME », « NON CONFORME (n) », « INDÉTERMINÉ (n) » ou « RIEN À CONTRÔLER », n étant le nombre de constats en cause ; #VALEUR! si aucun tableau n’est reconnu.
 * @example =CMS.VALIDER(A3:H14) → CONFORME
 */
export async function cmsValider(tableau: unknown[][], periode?: unknown[][]): Promise<unknown[][]> {
  const droit = lireDroit(valeurSeule('periode', periode));
  return [[verdictEnMots(await controlerPlage(tableau, { contrat: 'cms', periode: periodeDe(droit) }))]];
}
