/** Les journaux : annotations, figement, réparation, colonnes. */
export type Journal = 'A' | 'G' | 'F' | 'C';

/** Ce que dit un nom : ce qu'un journal garde, les références d'une formule figée, un essai, ou à qui est le tour d'un journal. */
export type Genre = Journal | 'R' | 'E' | `V${Journal}`;

/**
 * Le début de nos noms définis cachés. Un classeur peut être tenu par deux compléments (celui d'un service, un manifeste de repli, la
 * copie de développement), dont chacun ne lit que ses réglages : chacun ne touche donc que les noms qui portent son identifiant, que le
 * manifeste met dans l'adresse de la page.
 */
export function debutDeNom(genre: string): string {
  const id = new URLSearchParams(globalThis.location?.search).get('id') ?? '';
  return `_SRU_${/^[0-9a-f]{8}$/i.test(id) ? `${id.toUpperCase()}_` : ''}${genre}`;
}

/** Le numéro de chacun de nos noms de ce genre. */
export function numeros(noms: Iterable<string>, genre: Genre): ReadonlyMap<string, number> {
  const debut = debutDeNom(genre);
  const siens = [...noms].filter((nom) => nom.startsWith(debut) && /^\d+$/.test(nom.slice(debut.length)));
  return new Map(siens.map((nom) => [nom, Number(nom.slice(debut.length))]));
}
