/** Un élément de la page, par son identifiant ; son absence est un défaut de la page. */
export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const trouve = document.getElementById(id);
  if (!trouve) throw new Error(`La page n’a pas d’élément « ${id} ».`);
  return trouve as T;
}

export function creer<K extends keyof HTMLElementTagNameMap>(
  balise: K,
  proprietes: Partial<HTMLElementTagNameMap[K]>,
  ...enfants: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const cree = Object.assign(document.createElement(balise), proprietes);
  cree.append(...enfants);
  return cree;
}

export const options = (choix: readonly (readonly [valeur: string, libelle: string])[]): HTMLOptionElement[] =>
  choix.map(([value, textContent]) => creer('option', { value, textContent }));

/** Dit une phrase sous la grille. */
export const dire = (phrase: string): void => {
  element('etat').textContent = phrase;
};
