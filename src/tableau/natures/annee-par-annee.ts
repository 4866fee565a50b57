import { constat, type Constat } from '../controle/constats';
import { estAccepte, type Contexte } from '../controle/contexte';
import { lireTexte } from '../lecture/cellules';
import type { Tableau } from '../lecture/tableaux';
import { sansEffet } from '../precisions';

const ANNEES = 'objectifs par annee';

/** La même commune, une ligne par année : des objectifs d'un an, peut-être, quand la loi compare ceux de trois. */
export function anneeParAnnee({ lignes, colonnes, entetes }: Tableau, contexte: Contexte): Constat | null {
  if (!colonnes.has('annee') || estAccepte(contexte, ANNEES)) return null;
  const parCommune = new Map<string, Set<string>>();
  for (const ligne of lignes) {
    const annees = parCommune.get(ligne.nom) ?? new Set<string>();
    parCommune.set(ligne.nom, annees.add(lireTexte(ligne.ecrit('annee'))));
  }
  if (![...parCommune.values()].some((annees) => annees.size > 1)) return null;
  const cellule = entetes.get('annee')!.cellule;
  const phrase = `Le tableau donne les mêmes communes année par année (${cellule}), alors que la loi compare les objectifs d’une période de trois ans. Donner une ligne par commune, avec l’objectif de la période.`;
  const question = sansEffet('Chaque ligne porte-t-elle l’objectif de toute la période ?', 'Oui', ANNEES);
  return constat('CONTEXTE_CONTRADICTOIRE', null, { phrase }, { cellule, question, reference: 'L302-8-VII' });
}
