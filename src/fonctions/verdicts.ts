import type { Certitude } from '../droit';
import type { Examen } from '../regles';

/**
 * Un examen en mots : son sort en capitales, puis toutes ses raisons, et leur certitude si ce n'est pas le texte même, une seule fois si
 * elles ont la même.
 * @example enMots(examen, { oui: 'SOUMISE', non: 'NON SOUMISE' }) // « NON SOUMISE : population de 3 499 (seuil : 3 500) »
 */
export function enMots({ remplie, raisons }: Examen, mots: { oui: string; non: string }): string {
  const sort = remplie === null ? 'INDÉTERMINÉ' : remplie ? mots.oui : mots.non;
  const [premiere] = raisons;
  const commune = raisons.every(({ certitude }) => certitude === premiere?.certitude);
  const phrases = raisons.map(({ phrase, certitude }) => (commune ? phrase : certifiee(phrase, certitude))).join(' ; ');
  return `${sort} : ${commune && premiere ? certifiee(phrases, premiere.certitude) : phrases}`;
}

const certifiee = (phrase: string, certitude: Certitude): string =>
  certitude === 'texte' ? phrase : `${phrase} (${certitude})`;
