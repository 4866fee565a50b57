import type { Contrat } from '../../contrat-et-avis';
import { constat, type Constat } from '../../controle/constats';
import type { Contexte } from '../../controle/contexte';
import type { Tableau } from '../../lecture/tableaux';
import { abreger, normaliser } from '../../texte';

/** Au pluriel, ce sont d'ordinaire des contrats abaissants, un par commune ; mutualisant, il n'y en a qu'un. */
const PLURIEL = /\bcontrats de mixite sociale\b|^cms\b.*\bdes communes\b/;
const MUTUALISE = /\b(?:cims|mutualis\w*|intercommuna\w*)\b/;

/** « Contrats de mixité sociale », sans dire lesquels, quand rien d'autre ne nomme le genre : il n'est que présumé. */
export function genreIncertain({ alentours, entetes }: Tableau, { contrat, lecture }: Contexte): Constat | null {
  if (contrat !== 'cims' || !lecture || lecture.precises.includes('genre')) return null;
  if (lecture.faits.some(({ quoi }) => quoi === 'genre')) return null;
  if (MUTUALISE.test(normaliser(entetes.get('objectif_contrat')?.texte ?? ''))) return null;
  const textes = [...alentours.sansEffet, ...alentours.faits];
  if (textes.some(({ texte }) => MUTUALISE.test(normaliser(texte)))) return null;
  const dit = textes.find(({ texte }) => PLURIEL.test(normaliser(texte)));
  if (!dit) return null;
  const phrase = `« ${abreger(dit.texte)} »${dit.cellule && ` (${dit.cellule})`} ne dit pas si ces contrats sont abaissants, un par commune (L. 302-8, IX), ou s’il s’agit d’un contrat mutualisant (X) : le verdict n’est pas le même.`;
  const choix = GENRES.map(([libelle, valeur]) => ({ libelle, precision: { quoi: 'contrat', valeur } as const }));
  const question = { texte: 'Quels contrats ce tableau porte-t-il ?', choix };
  return constat(
    'CONTEXTE_CONTRADICTOIRE',
    null,
    { phrase },
    { question, ...(dit.cellule && { cellule: dit.cellule }) },
  );
}

const GENRES: readonly (readonly [string, Contrat])[] = [
  ['Abaissants', 'cms'],
  ['Mutualisant', 'cims'],
];
