import { OBJECTIFS_COMPARES, type Colonne } from '../../colonnes';
import type { Tableau } from '../../lecture/tableaux';

const REALISATIONS: readonly Colonne[] = ['realises', 'variation_inventaire'];
const DU_PARC: readonly Colonne[] = ['residences_principales', 'logements_sociaux', 'taux_cible'];
/** Ce qui fonde un objectif : le tableau peut préparer une période autant que faire le bilan d'une autre. */
const FONDENT_UN_OBJECTIF: readonly Colonne[] = [...DU_PARC, 'manquants', 'periodes_consecutives_abaissees'];

/**
 * Un objectif et des réalisations des mêmes années font un bilan, quoi que le tableau porte d'autre. Sans années, un objectif de contrat à
 * côté d'un parc qui fonde sa référence est d'une période à venir ; un accord à recueillir l'est toujours.
 */
export function estBilan(tableau: Tableau): boolean {
  const a = (colonne: Colonne) => tableau.colonnes.has(colonne) || tableau.ambigues.has(colonne);
  if (!REALISATIONS.some(a) || !OBJECTIFS_COMPARES.some(a)) return false;
  const realisees = tranchesDe(tableau, REALISATIONS);
  const visees = tranchesDe(tableau, OBJECTIFS_COMPARES);
  if (realisees.length > 0 && visees.length > 0) return realisees.some((tranche) => visees.includes(tranche));
  if (a('accord_commune')) return false;
  if (realisees.length > 0 || visees.length > 0) return !FONDENT_UN_OBJECTIF.some(a);
  if (a('periodes_consecutives_abaissees')) return false;
  const fonde = a('manquants') || DU_PARC.every(a) || (a('objectif_reference') && DU_PARC.some(a));
  return !(a('objectif_contrat') && fonde);
}

/** Les périodes que des en-têtes disent, retenus ou rivaux. */
const tranchesDe = ({ entetes, ambigues }: Tableau, colonnes: readonly Colonne[]): readonly number[] =>
  colonnes
    .flatMap((c) => entetes.get(c) ?? ambigues.get(c) ?? [])
    .flatMap(({ tranche }) => (tranche === null ? [] : [tranche]));

/** Un bilan, ou un tableau qu'on dit d'un contrat et dont les objectifs et les réalisés portent les mêmes années. */
export function porteUnBilan(tableau: Tableau): boolean {
  if (estBilan(tableau)) return true;
  const annees = tableau.entetes.get('realises')?.tranche ?? null;
  const objectifs = OBJECTIFS_COMPARES.flatMap((c) => tableau.entetes.get(c) ?? []);
  return annees !== null && objectifs.length > 0 && objectifs.every(({ tranche }) => tranche === annees);
}
