import type { SansLettre } from './notification';

interface Ecrites {
  readonly sans: readonly SansLettre[];
  readonly lettres: readonly { readonly commune: string; readonly aRelire: readonly string[] }[];
}

/** Ce que tout compte rendu de lettres dit. */
export const RIEN_A_NOTIFIER = 'Rien à notifier';
export const SANS_LETTRE = 'Sans lettre, l’objectif n’étant pas certain';
export const A_RELIRE = 'À relire avant l’envoi';
export const AUCUNE_LETTRE = 'aucune commune n’a d’objectif certain à notifier.';

/** Les communes sans lettre, et ce qui se vérifie avant l'envoi : une phrase chacune. */
export const ceQuiReste = ({ sans, lettres }: Ecrites): string[] => [
  ...sans.map(({ commune, raison, due }) => `${due ? SANS_LETTRE : RIEN_A_NOTIFIER} : ${commune} (${raison}).`),
  ...lettres.flatMap(({ commune, aRelire }) => aRelire.map((quoi) => `${A_RELIRE}, ${commune} : ${quoi}`)),
];
