import { CHIFFRE, ErreurDeFichier } from './erreur';
import { borner } from './limites';

/** Les entrées d'un ods que `verifierOds` doit voir. */
export const estGardeDOds = (entree: string): boolean => entree === 'content.xml' || entree === 'META-INF/manifest.xml';

const BALISE = /<(?:[\w-]+:)?(table-row|table-cell)(?=[\s/>])([^<>]*)>/g;

/** Dans un ods, une cellule répétée un milliard de fois n'est qu'une balise, que le lecteur déplierait. */
export function verifierOds(octets: Uint8Array): void {
  const xml = new TextDecoder('latin1').decode(octets);
  if (xml.includes('encryption-data')) throw new ErreurDeFichier(CHIFFRE);
  let [lignes, cellules] = [1, 0];
  for (const [, nom, attributs = ''] of xml.matchAll(BALISE)) {
    if (nom === 'table-row') lignes = repetitions(attributs, 'rows');
    else if (!attributs.endsWith('/')) borner('cellules', (cellules += lignes * repetitions(attributs, 'columns')));
  }
}

const repetitions = (attributs: string, quoi: 'rows' | 'columns'): number =>
  Number(new RegExp(`number-${quoi}-repeated\\s*=\\s*["'](\\d+)`).exec(attributs)?.[1] ?? 1);
