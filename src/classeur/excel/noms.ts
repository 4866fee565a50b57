/** Ce que suit un nom : une annotation, une cellule figée, les références de sa formule, une formule réparée, des colonnes, un essai. */
export type Genre = 'A' | 'G' | 'R' | 'F' | 'C' | 'E';

/**
 * Le début de nos noms définis cachés. Un classeur peut être tenu par deux compléments (celui d'un service, un manifeste de repli, la
 * copie de développement), dont chacun ne lit que ses réglages : chacun ne touche donc que les noms qui portent son identifiant, que le
 * manifeste met dans l'adresse de la page.
 */
export function debutDeNom(genre: string): string {
  const id = new URLSearchParams(globalThis.location?.search).get('id') ?? '';
  return `_SRU_${/^[0-9a-f]{8}$/i.test(id) ? `${id.toUpperCase()}_` : ''}${genre}`;
}

/** Ce nom est l'un des nôtres, de ce genre et numéroté. */
export function rangDuNom(nom: string, genre: string): number | null {
  const debut = debutDeNom(genre);
  const rang = nom.startsWith(debut) ? nom.slice(debut.length) : '';
  return /^\d+$/.test(rang) ? Number(rang) : null;
}
