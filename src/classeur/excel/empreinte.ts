import { decouper } from './references';

/** Ce qui tient la place d'une référence : une ligne insérée ou un tri récrit celles d'une formule, et rien d'autre. */
const REFERENCE = '¤';

export const estFormule = (contenu: unknown): contenu is string =>
  typeof contenu === 'string' && contenu.startsWith('=');
export const sansReferences = (formule: string): string => decouper(formule).textes.join(REFERENCE);

/** De quoi reconnaître des contenus sans les garder (FNV-1a, 32 bits). Les blancs ne comptent pas : Excel récrit des fins de ligne. */
export function empreinte(...contenus: readonly unknown[]): string {
  const texte = JSON.stringify(contenus.map((c) => (typeof c === 'string' ? c.replace(/\s+/g, '') : c)));
  let etat = 0x811c9dc5;
  for (let i = 0; i < texte.length; i++) etat = Math.imul(etat ^ texte.charCodeAt(i), 0x01000193);
  return (etat >>> 0).toString(36);
}

/** Ce qui reconnaît une cellule après un tri : son contenu, et les constantes du reste de sa ligne. */
export interface Identite {
  readonly contenu: string;
  readonly ligne: string;
}

export function identite(rangee: readonly unknown[], colonne: number): Identite {
  const contenu = rangee[colonne] ?? '';
  const constantes = rangee.map((autre, c) => (c === colonne || estFormule(autre) ? '' : autre));
  // Le blanc de la fin ne tient qu'à l'étendue de la feuille.
  while (constantes.at(-1) === '') constantes.pop();
  return {
    contenu: empreinte(estFormule(contenu) ? sansReferences(contenu) : contenu),
    ligne: empreinte(...constantes),
  };
}
