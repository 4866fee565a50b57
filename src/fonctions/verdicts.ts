import type { Examen } from '../regles';

/**
 * Un examen en mots : son sort en capitales, puis toutes ses raisons, et leur certitude si ce n'est pas le texte même.
 * @example enMots(examen, { oui: 'SOUMISE', non: 'NON SOUMISE' }) // « NON SOUMISE : population de 3 499, 3 500 au moins »
 */
export function enMots({ remplie, raisons }: Examen, mots: { oui: string; non: string }): string {
  const sort = remplie === null ? 'INDÉTERMINÉ' : remplie ? mots.oui : mots.non;
  const faible = raisons.find(({ certitude }) => certitude !== 'texte');
  const phrases = raisons.map(({ phrase }) => phrase).join(' ; ');
  return `${sort} : ${phrases}${faible ? ` (${faible.certitude})` : ''}`;
}
