import { constat, type Constat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import type { LigneEvaluee } from '../../controle/evaluation';
import type { Drapeau } from '../../colonnes';
import type { Tableau } from '../../lecture/tableaux';
import { sansEffet } from '../../precisions';
import { lireStatut } from '../../reponses';

/** Ce qui ôterait à la commune son objectif : non soumise, exemptée, non déficitaire. */
const HORS: readonly (readonly [Drapeau, boolean])[] = [
  ['soumise_sru', false],
  ['exemptee', true],
  ['deficitaire', false],
];

/** Une commune que le tableau dit hors de la loi et qui porte pourtant un objectif : l'un des deux est faux. */
export function horsContrat({ ligne, contrat }: LigneEvaluee, { colonnes }: Tableau, contexte: Contexte): Constat[] {
  if (!contrat) return [];
  const dit = lireStatut(ligne.statut) ?? {};
  const colonne = HORS.flatMap(([drapeau, valeur]) => {
    const lu = ligne.drapeaux[drapeau];
    if (lu?.etat === 'lue' && lu.valeur === valeur) return [drapeau];
    return dit[drapeau] === valeur ? (['statut'] as const) : [];
  })[0];
  if (!colonne || !colonnes.has(colonne)) return [];
  const texte = String(ligne.ecrit(colonne)?.valeur ?? ligne.statut);
  const cle = `${ligne.nom} ${colonne} ${texte}`;
  if (estAccepte(contexte, cle)) return [];
  const question = sansEffet(`${ligne.nom} est-elle bien dans ce contrat ?`, 'Oui', cle);
  const lieu = ligne.cellule(colonne);
  return [constat('NON_COMPRIS', ligne, { quoi: 'cellule', texte, lieu }, { colonne, question })];
}
