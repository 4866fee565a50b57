import type { Colonne } from '../../colonnes';
import type { Contexte } from '../../controle/contexte';
import type { Tableau } from '../../lecture/tableaux';
import { feuillesIncomprises } from '../../controle/feuilles';
import { colonnesNonComprises } from '../../controle/sorts';
import { dresser, type Commun } from '../commun';

/** Un tableau d'une autre matière : aucun objectif, ni de quoi en calculer un. */
export interface ControleRien extends Commun {
  readonly nature: 'rien';
}

/** Une seule de ces colonnes, et le tableau parle d'objectifs. */
const D_UN_OBJECTIF: readonly Colonne[] = [
  'manquants',
  'taux_rattrapage',
  'objectif_reference',
  'objectif_contrat',
  'accord_commune',
  'periodes_consecutives_abaissees',
  'minimum_commune',
  'maximum_commune',
  'realises',
  'variation_inventaire',
];

/** De quoi calculer un objectif : tout ou rien. */
const DE_QUOI_CALCULER: readonly (readonly Colonne[])[] = [
  ['residences_principales', 'logements_sociaux', 'taux_cible'],
  ['taux_lls', 'taux_cible'],
  ['residences_principales', 'logements_sociaux', 'taux_lls'],
];

export function estSansObjet({ colonnes, ambigues }: Tableau): boolean {
  const a = (colonne: Colonne) => colonnes.has(colonne) || ambigues.has(colonne);
  return !D_UN_OBJECTIF.some(a) && !DE_QUOI_CALCULER.some((fonds) => fonds.every(a));
}

const parc = ({ colonnes }: Tableau): boolean =>
  (['residences_principales', 'logements_sociaux', 'taux_cible'] as const).filter((c) => colonnes.has(c)).length > 1;

/** Ni doublon ni commune inconnue n'y comptent : rien n'y est contrôlé, à moins que l'objectif n'y soit sous un titre inconnu. */
export const controlerRien = (tableau: Tableau, contexte: Contexte): ControleRien => ({
  nature: 'rien',
  ...dresser(
    tableau,
    contexte,
    [...(parc(tableau) ? colonnesNonComprises(tableau) : []), ...feuillesIncomprises(tableau, contexte)],
    false,
  ),
});
