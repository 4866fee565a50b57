import { createElement, type ReactNode } from 'react';
import { typographier } from '../../nombres';
import type { Noeud } from '../../rapport/portrait';

/** Un dessin en éléments de page : aucun texte n'y est du balisage. */
export function Dessin({ noeud: { balise, attributs, enfants } }: { readonly noeud: Noeud }): ReactNode {
  const proprietes = Object.fromEntries(Object.entries(attributs).map(([nom, valeur]) => [enReact(nom), valeur]));
  return createElement(
    balise,
    proprietes,
    ...enfants.map((enfant) => (typeof enfant === 'string' ? typographier(enfant) : <Dessin noeud={enfant} />)),
  );
}

/** « stroke-width » : strokeWidth ; les attributs aria gardent leur tiret. */
const enReact = (attribut: string): string =>
  attribut.startsWith('aria-') ? attribut : attribut.replace(/-(.)/g, (_, lettre: string) => lettre.toUpperCase());
