import aide from '../aide-fonctions.json';

/** L'aide de toutes les fonctions pèse dix kilo-octets : elle ne se charge qu'à l'écran qui la montre, ou pour les éprouver. */
export type AideDeFonction = (typeof aide)[number];
export const AIDE: readonly AideDeFonction[] = aide;
