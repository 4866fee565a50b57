import type { Constat } from '../controle/constats';

/** Une question dont dépend tout le reste : tant qu'elle n'a pas sa réponse, rien n'est affirmé fautif. */
export const suspendre = (question: Constat, constats: readonly Constat[]): Constat[] => [
  question,
  ...constats.map((c) => (c.gravite === 'bloquant' ? { ...c, gravite: 'alerte' as const } : c)),
];
