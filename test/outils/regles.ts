import { lireNombre, type Fraction } from '../../src/nombres';
import {
  estRefus,
  intervalleDe,
  phraseDuRefus,
  type Calcul,
  type Etape,
  type Examen,
  type Refus,
  type Ternaire,
} from '../../src/regles';
import { lireOuiNon } from '../../src/tableau';
import { ecritureExacte } from './valeurs';

/** Ce qu'écrivent les tables de décision : un nombre à la française, oui ou non, vide pour inconnu. */
export function nombre(texte: string): Fraction {
  const lu = lireNombre(texte);
  if (!lu) throw new Error(`« ${texte} » n’est pas un nombre`);
  return lu.valeur;
}
export const nombreOuRien = (texte: string): Fraction | null => (texte === '' ? null : nombre(texte));
export const intervalle = (texte: string) => intervalleDe(lireNombre(texte)!);
export const ouiNon = (texte: string): Ternaire => (texte === '' ? null : lireOuiNon(texte));

/** Le sort d'un examen, comme une table de décision l'écrit. */
export const sort = ({ remplie }: Examen): string => (remplie === null ? 'indéterminé' : remplie ? 'oui' : 'non');

/** Les raisons d'un examen, sans espaces insécables. */
export const raisons = (e: Examen): string[] => e.raisons.map(({ phrase }) => phrase.replace(/[\u202f\u00a0]/g, ' '));

const sansInsecables = (texte: string): string => texte.replace(/[\u202f\u00a0]/g, ' ');

const ecrireEtape = (e: Etape): string => {
  const valeur = typeof e.valeur === 'string' ? e.valeur : ecritureExacte(e.valeur);
  const source = [e.reference, e.certitude, e.arrondi].filter(Boolean).join(', ');
  return `${e.nom} : ${e.formule} = ${valeur}${e.unite && ` ${e.unite}`} (${source})`;
};

/** Un calcul en entier : chaque étape, sa valeur, son article et sa certitude ; ou la phrase du refus. */
export const direCalcul = (r: Calcul | Refus): string[] =>
  (estRefus(r) ? [phraseDuRefus(r)] : r.etapes.map(ecrireEtape)).map(sansInsecables);

/** Un examen en entier : son sort, puis chaque raison, son article et sa certitude ; ou la phrase du refus. */
export const direExamen = (r: Examen | Refus): string[] =>
  (estRefus(r)
    ? [phraseDuRefus(r)]
    : [sort(r), ...r.raisons.map((c) => `${c.phrase} (${c.reference}, ${c.certitude})`)]
  ).map(sansInsecables);
