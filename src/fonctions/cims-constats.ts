import { articleDe } from '../regles';
import { controlerMutualisation } from './tableaux';

/**
 * Tous les constats d’un tableau de mutualisation (CIMS ; L. 302-8, X du CCH), du plus grave au moins grave. Se déverse sur
 * plusieurs lignes.
 * @customfunction CIMS.CONSTATS
 * @param tableau Plage avec sa ligne d’en-têtes : commune, résidences principales, logements sociaux, taux cible, objectif du contrat, accord…
 * @param [plh] EPCI couvert par un programme local de l’habitat exécutoire : oui ou non ; absent : à confirmer.
 * @param [avis] Avis de la commission nationale SRU : recueilli, à recueillir, manquant ou défavorable ; absent : à confirmer.
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Cinq colonnes avec leur en-tête : gravité, code, commune, message, article ; #VALEUR! si aucun tableau n’est reconnu.
 * @example =CIMS.CONSTATS(A3:M14;"oui") → bloquant, REDUCTION_EXCESSIVE, …
 */
export async function cimsConstats(
  tableau: unknown[][],
  plh?: unknown[][],
  avis?: unknown[][],
  periode?: unknown[][],
): Promise<unknown[][]> {
  const { constats } = await controlerMutualisation(tableau, plh, avis, periode);
  return [
    ['gravité', 'code', 'commune', 'message', 'article'],
    ...constats.map((c) => [c.gravite, c.code, c.commune ?? '', c.message, articleDe(c.reference)]),
  ];
}
