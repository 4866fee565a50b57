import type { Feuille } from '../../outils/lecture';
import type { Hasard } from '../hasard';
import type { Recit } from '../recit';

/** Une autre manière d'écrire le même tableau. */
export interface Recriture {
  readonly nom: string;
  /** Un agent n'y verrait aucun changement : on compte les questions qu'elle fait poser. */
  readonly anodine: boolean;
  /** Elle ôte ce qui rendait le tableau conforme : plus aucun « conforme » n'est permis. */
  readonly jamaisConforme?: true;
  readonly recit?: (recit: Recit, hasard: Hasard) => Recit;
  readonly feuilles?: (feuilles: readonly Feuille[], hasard: Hasard) => Feuille[];
  /** Le fichier texte d'une feuille seule. */
  readonly format?: (feuille: Feuille, hasard: Hasard) => Uint8Array;
}

type Faire = NonNullable<Recriture['recit']>;
type SurFeuilles = NonNullable<Recriture['feuilles']>;

export const anodine = (nom: string, recit: Faire): Recriture => ({ nom, anodine: true, recit });
export const ambigue = (nom: string, recit: Faire): Recriture => ({ nom, anodine: false, recit });
export const surFeuilles = (nom: string, estAnodine: boolean, feuilles: SurFeuilles): Recriture => ({
  nom,
  anodine: estAnodine,
  feuilles,
});
