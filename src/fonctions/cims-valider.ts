import { controlerMutualisation, verdictEnMots } from './tableaux';

/**
 * Verdict d’un tableau de mutualisation (contrat de mixité sociale mutualisant, dit CIMS ; L. 302-8, X du CCH) : moitié de
 * chaque référence, total, accords, durées, communes entrantes, intercommunalité, PLH, avis de la commission nationale.
 * @customfunction CIMS.VALIDER
 * @param tableau Plage avec sa ligne d’en-têtes : commune, résidences principales, logements sociaux, taux cible, objectif du contrat, accord…
 * @param [plh] EPCI couvert par un programme local de l’habitat exécutoire : oui ou non ; absent : à confirmer.
 * @param [avis] Avis de la commission nationale SRU : recueilli, à recueillir, manquant ou défavorable ; absent : à confirmer.
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « CONFORME », « NON CONFORME (n) », « INDÉTERMINÉ (n) » ou « RIEN À CONTRÔLER », n étant le nombre de constats en cause ; #VALEUR! si aucun tableau n’est reconnu.
 * @example =CIMS.VALIDER(A3:M14;"oui";"à recueillir") → CONFORME
 */
export async function cimsValider(
  tableau: unknown[][],
  plh?: unknown[][],
  avis?: unknown[][],
  periode?: unknown[][],
): Promise<unknown[][]> {
  const controle = await controlerMutualisation(tableau, plh, avis, periode);
  return [[verdictEnMots(controle)]];
}
