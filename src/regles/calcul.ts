import { arrondie, ecrire, type Fraction, type Quantite, type ModeArrondi } from '../nombres';
import { REFERENCES, type Certitude, type IdReference } from '../droit';

export type Unite = 'logements' | '%' | 'points' | 'ratio' | '€' | 'ans' | '';

/** Une étape de calcul, telle qu'un agent la refait à la main. */
export interface Etape {
  readonly nom: string;
  readonly valeur: Quantite | string;
  readonly unite: Unite;
  /** La formule en français, avec ses nombres. */
  readonly formule: string;
  readonly reference: IdReference;
  readonly certitude: Certitude;
  readonly arrondi?: ModeArrondi;
}

/** Une valeur exacte et le chemin qui y mène. */
export interface Calcul<U = unknown> {
  readonly valeur: Fraction<U>;
  readonly etapes: readonly Etape[];
}

/** Les étapes ne sont écrites que si on les lit : une colonne de milliers d'objectifs n'en demande aucune. */
export function calcul<U>(valeur: Fraction<U>, etapes: () => readonly Etape[]): Calcul<U> {
  return new CalculTrace(valeur, etapes);
}

class CalculTrace<U> implements Calcul<U> {
  constructor(
    readonly valeur: Fraction<U>,
    private readonly ecrireEtapes: () => readonly Etape[],
  ) {}
  get etapes(): readonly Etape[] {
    return this.ecrireEtapes();
  }
}

/** Un arrondi, dans une phrase. */
export const ARRONDIS_EN_MOTS: Readonly<Record<ModeArrondi, string>> = {
  PROCHE: 'à l’entier le plus proche, 0,5 arrondi vers le haut',
  SUPERIEUR: 'à l’entier supérieur',
  INFERIEUR: 'à l’entier inférieur',
  EXACT: 'sans arrondi',
};

/** Le même calcul, arrondi, avec l'étape qui le dit. */
export function arrondirCalcul<U>(source: Calcul<U>, mode: ModeArrondi): Calcul<U> {
  const valeur = arrondie(source.valeur, mode);
  return calcul(valeur, () => [
    ...source.etapes,
    {
      nom: 'Arrondi',
      valeur,
      unite: 'logements',
      formule: `${ecrire(source.valeur, 4)} arrondi ${ARRONDIS_EN_MOTS[mode]}`,
      reference: 'outil',
      certitude: 'interprétation',
      arrondi: mode,
    },
  ]);
}

/** L'article d'une référence, tel qu'un agent le cite. */
export const articleDe = (reference: IdReference): string => REFERENCES[reference].article;

/** L'article, et sa certitude si ce n'est pas le texte même. */
export const articleCertifie = (reference: IdReference, certitude: Certitude): string =>
  certitude === 'texte' ? articleDe(reference) : `${articleDe(reference)} (${certitude})`;
