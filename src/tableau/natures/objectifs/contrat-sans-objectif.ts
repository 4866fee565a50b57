import { constat, type Constat } from '../../controle/constats';
import type { Contexte } from '../../controle/contexte';
import { cleEntete } from '../../entete';
import type { Tableau } from '../../lecture/tableaux';
import type { Question } from '../../precisions';

/** Ce qu'un tableau n'écrit que d'un contrat. */
const D_UN_CONTRAT = ['accord_commune', 'periodes_consecutives_abaissees'] as const;
const CHOIX_AU_PLUS = 4;

/**
 * Le tableau parle d'un contrat (un accord, des périodes d'abaissement, un titre qui le nomme), et aucune colonne n'en donne l'objectif :
 * les références ne suffisent pas à le dire conforme.
 */
export function contratSansObjectif(tableau: Tableau, { contrat, lecture }: Contexte): Constat[] {
  const { colonnes, ambigues, entetes } = tableau;
  if (contrat !== 'aucun' || lecture?.precises.includes('genre')) return [];
  if (colonnes.has('objectif_contrat') || ambigues.has('objectif_contrat')) return [];
  const enTete = D_UN_CONTRAT.map((c) => entetes.get(c)).find((e) => e !== undefined);
  const preuve = enTete ?? lecture?.faits.find(({ quoi, lieu }) => quoi === 'genre' && lieu !== 'feuille');
  if (!preuve) return [];
  const condition = `l’objectif du contrat ; « ${preuve.texte.replace(/\s+/g, ' ')} » (${preuve.cellule}) parle d’un contrat, et aucune colonne n’est reconnue comme la sienne.`;
  const question: Question = {
    texte: 'Quelle colonne donne l’objectif du contrat ?',
    choix: [
      ...possibles(tableau).map((texte) => ({
        libelle: `« ${texte} »`,
        precision: { quoi: 'colonne', entete: cleEntete(texte), colonne: 'objectif_contrat' } as const,
      })),
      { libelle: 'Aucune : il n’y a pas de contrat', precision: { quoi: 'contrat', valeur: 'aucun' } },
    ],
  };
  const precisions = { cellule: preuve.cellule, empecheDeConclure: true, question };
  return [constat('CONDITION_A_CONFIRMER', null, { condition }, precisions)];
}

/** Les colonnes que rien n'a fait lire, celles qu'on ne comprend pas d'abord. */
const possibles = ({ ignorees }: Tableau): readonly string[] =>
  ignorees
    .filter(({ colonne, manuelle }) => colonne === null && !manuelle)
    .toSorted((a, b) => Number(a.sort === 'sans effet') - Number(b.sort === 'sans effet'))
    .map(({ texte }) => texte.replace(/\s+/g, ' '))
    .slice(0, CHOIX_AU_PLUS);
