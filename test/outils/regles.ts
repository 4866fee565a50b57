import { lireNombre, type Fraction } from '../../src/nombres';
import { intervalleDe, type Examen, type Ternaire } from '../../src/regles';
import { lireOuiNon } from '../../src/tableau';

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
