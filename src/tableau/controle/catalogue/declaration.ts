import type { Certitude, IdReference } from '../../../droit';
import { arrondir, ecrire, ecrireCompte, type Quantite } from '../../../nombres';

export type Gravite = 'bloquant' | 'alerte' | 'information';

/** Tout ce qu'un code public dit : ce qu'il vaut d'ordinaire, sa phrase, ce qu'on peut en faire. */
export interface Declaration<D> {
  readonly gravite: Gravite;
  /** Ce qui manque ici empêche d'ordinaire de conclure. */
  readonly empeche?: true;
  /** Ne compare aucun nombre : une colonne non comprise n'y change rien. */
  readonly sansNombre?: true;
  readonly reference: IdReference;
  readonly certitude: Certitude;
  /** Ce qui est constaté, ce qui est attendu. */
  readonly message: (d: D) => string;
  /** Ce que l'agent peut faire, en une phrase. */
  readonly correction: (d: D) => string;
  /** Ce que le code veut dire, hors de tout cas. */
  readonly explication: string;
}

export const declarer = <D>(declaration: Declaration<D>): Declaration<D> => declaration;

export interface Ecart {
  readonly constate: Quantite;
  readonly attendu: Quantite;
}

export const lgts = (n: number | Quantite): string => ecrireCompte(n, 'logement');
export const auMoins = (f: Quantite): string => ecrire(arrondir(f, 'SUPERIEUR'));
export const auPlus = (f: Quantite): string => ecrire(arrondir(f, 'INFERIEUR'));
export const enumerer = (noms: readonly string[], maximum = 8): string =>
  noms.length <= maximum
    ? noms.join(', ')
    : `${noms.slice(0, maximum).join(', ')} et ${ecrireCompte(noms.length - maximum, 'autre')}`;
/** Relever un objectif au moins à son plancher. */
export const porterA = (plancher: Quantite): string =>
  `Porter l’objectif à ${lgts(arrondir(plancher, 'SUPERIEUR'))} au moins.`;
