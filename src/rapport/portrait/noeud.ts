import { echapper } from '../echapper';

/** Un élément d'un dessin, rien de plus : il s'écrit en texte, ou devient un élément de page. */
export interface Noeud {
  readonly balise: string;
  readonly attributs: Attributs;
  readonly enfants: readonly (Noeud | string)[];
}

export type Attributs = Readonly<Record<string, string | number>>;

export const noeud = (balise: string, attributs: Attributs, ...enfants: readonly (Noeud | string)[]): Noeud => ({
  balise,
  attributs,
  enfants,
});

/** Le dessin en XML ; ses textes y sont échappés. */
export function enTexte({ balise, attributs, enfants }: Noeud): string {
  const ecrits = Object.entries(attributs).map(([nom, valeur]) => ` ${nom}="${echapper(String(valeur))}"`);
  const contenu = enfants.map((e) => (typeof e === 'string' ? echapper(e) : enTexte(e))).join('');
  return `<${balise}${ecrits.join('')}>${contenu}</${balise}>`;
}
