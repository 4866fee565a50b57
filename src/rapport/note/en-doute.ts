import type { CodeConstat, Constat } from '../../tableau';

/** Ce qui met en doute les nombres mêmes : ceux du document ne seraient peut-être pas ceux que l'agent a écrits. */
const LECTURE: ReadonlySet<CodeConstat> = new Set<CodeConstat>([
  'NON_COMPRIS',
  'CONTEXTE_CONTRADICTOIRE',
  'UNITE',
  'DOUBLON',
  'VALEUR_INVALIDE',
  'CELLULE_BARREE',
  'FORMULE_SANS_VALEUR',
  'FEUILLE_TROP_LONGUE',
  'COMMUNE_INCONNUE',
]);

export const empeche = (c: Constat): boolean => c.empecheDeConclure || c.gravite === 'bloquant';

/** Le tableau n'est pas entièrement compris : un document n'en reprend pas les nombres. */
export const metEnDoute = (c: Constat): boolean => LECTURE.has(c.code) && empeche(c);
