import { PERIODES_EN_VIGUEUR, type Droit, type Rang } from '../../droit';
import { versNombre } from '../../nombres';
import { rangDe, rangDepuisEntree } from '../../regles';
import type { Ligne } from '../lecture/ligne';

/** Du plus au moins probable : une commune dont rien ne dit le rang est d'abord présumée de droit commun. */
export function rangsPossibles({ rang, nombres }: Ligne, droit: Droit): readonly Rang[] {
  if (rang.etat === 'lue') {
    if ('rang' in rang.valeur) return [rang.valeur.rang];
    if ('entrante' in rang.valeur) return [2, 1, 0];
    return droit.periode ? TOUS : rangsDepuis(rang.valeur.entree);
  }
  const ecrit = nombres.rang_triennal;
  const entier = rang.etat === 'vide' && ecrit?.etat === 'lue' ? rangDe(versNombre(ecrit.valeur.valeur)) : null;
  return entier === null ? TOUS : [entier];
}

const TOUS: readonly Rang[] = [3, 2, 1, 0];

/** Entrée en 2024, une commune n'est de droit commun dans aucune des périodes en vigueur : sa référence n'y changera rien. */
function rangsDepuis(annee: number): readonly Rang[] {
  const rangs = PERIODES_EN_VIGUEUR.toReversed().flatMap((periode) => {
    const rang = rangDepuisEntree(annee, periode);
    return typeof rang === 'number' ? [rang] : [];
  });
  return rangs.length === 0 ? TOUS : [...new Set(rangs)];
}
