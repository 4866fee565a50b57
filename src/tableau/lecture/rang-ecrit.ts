import type { Periode } from '../../droit';
import type { Colonne } from '../colonnes';
import { lireTexte, type Lecture } from './cellules';
import type { Ligne } from './ligne';
import { lireRang, type RangLu, type SensDuRang } from './rang';

const COLONNES_DU_RANG = [
  { colonne: 'rang_triennal', sens: 'rang' },
  { colonne: 'premiere_soumission', sens: 'entree' },
  { colonne: 'entrante', sens: 'entrante' },
] as const satisfies readonly { readonly colonne: Colonne; readonly sens: SensDuRang }[];

/** « Ploeren (entrante) ». */
const ENTRANTE = /[(*–,-]\s*(?:commune )?(?:nouvelle )?entrante\b/i;

/**
 * Le rang qu'une ligne écrit, dans l'une ou plusieurs de ses colonnes : le rang lui-même, l'année d'entrée, « entrante ». Deux
 * colonnes qui se contredisent ne se lisent pas.
 * @param numerique fausse si la colonne « Rang » n'est qu'un numéro d'ordre
 */
export function rangEcrit(ligne: Ligne, periode: Periode | null, numerique: boolean): Lecture<RangLu> {
  const lectures: Lecture<RangLu>[] = [];
  for (const { colonne, sens } of COLONNES_DU_RANG) {
    const cellule = colonne === 'rang_triennal' && !numerique ? undefined : ligne.ecrit(colonne);
    if (cellule) lectures.push(lireRang(cellule, periode, sens));
  }
  if (lectures.length === 0) return { etat: 'vide' };
  const lues = lectures.flatMap((l) => (l.etat === 'lue' ? [l.valeur] : []));
  if (ENTRANTE.test(lireTexte(ligne.ecrit('commune')))) lues.push({ entrante: true });
  const rangs = new Set(lues.flatMap((lu) => ('rang' in lu ? [lu.rang] : [])));
  const entrante = lues.some((lu) => 'entrante' in lu);
  if (rangs.size > 1 || (entrante && rangs.has(3)))
    return { etat: 'invalide', texte: 'deux rangs', attendu: 'un seul rang triennal' };
  const precise = lues.find((lu) => 'rang' in lu) ?? lues.find((lu) => 'entree' in lu) ?? lues[0];
  if (precise) return { etat: 'lue', valeur: precise };
  return lectures.find((l) => l.etat !== 'vide') ?? { etat: 'vide' };
}
