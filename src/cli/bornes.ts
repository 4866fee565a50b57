import { DELAI } from '../classeur/delai';

/** Ce qu'un fichier peut prendre, seul ou dans un dossier. */
export interface Bornes {
  /** En secondes, de sa lecture à son résultat. */
  readonly delai: number;
  /** En Mio. */
  readonly memoire: number;
}

export const BORNES: Bornes = { delai: DELAI, memoire: 1024 };
