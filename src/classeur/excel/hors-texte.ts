/// <reference types="office-js" />

export const TEXTE = '@';
export const GENERAL = 'General';

/**
 * Écrit sans que le format « texte » s'en mêle : Excel garderait une formule comme un texte, un nombre comme du texte, et
 * l'apostrophe dans la cellule. Le format revient ensuite ; ce qui est écrit reste ce qu'il est.
 */
export function ecrireHorsTexte(
  plage: Excel.Range,
  formats: readonly (readonly unknown[])[],
  ecrire: () => void,
): void {
  const enTexte = formats.some((rangee) => rangee.includes(TEXTE));
  if (enTexte) plage.numberFormat = formats.map((rangee) => rangee.map((f) => (f === TEXTE ? GENERAL : f)));
  ecrire();
  if (enTexte) plage.numberFormat = formats.map((rangee) => [...rangee]);
}
