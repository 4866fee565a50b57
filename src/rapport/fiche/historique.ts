import type { Ligne, Tableau } from '../../tableau';
import { celluleEnMots } from '../cellule-en-mots';
import { element, liste, type Bloc } from '../note/document';
import { chapitre } from './chapitre';

const AU_PLUS = 12;

/** Ce que le tableau écrit d'autres périodes ou d'autres années, dans ses mots : le contrôle ne le lit pas. */
export function historique(ligne: Ligne, { ignorees, pieces }: Tableau): Bloc[] {
  // Réuni de plusieurs morceaux, un tableau ne dit plus dans lequel est une colonne laissée de côté.
  if (pieces.length > 1) return [];
  const ecrites = ignorees.flatMap(({ texte, position, tranche, annees }) => {
    const valeur = tranche === null && annees.length === 0 ? '' : celluleEnMots(ligne.ecritEn(position));
    return valeur === '' ? [] : [element(texte.replace(/\s+/g, ' '), valeur)];
  });
  return chapitre(
    'Autres colonnes datées, telles que le tableau les écrit',
    ecrites.length > 0 ? [liste(ecrites.slice(0, AU_PLUS))] : [],
  );
}
