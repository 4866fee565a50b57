import type { Datee } from './donnees';

export interface RegleClauseMixite {
  /** Part minimale, en pour cent, de ménages aux ressources d'au plus `modestesRessources` pour cent du plafond PLUS. */
  readonly modestes: number;
  readonly modestesRessources: number;
  /** Part maximale, en pour cent, de ménages dépassant le plafond PLUS d'au plus `aisesDepassement` pour cent. */
  readonly aises: number;
  readonly aisesDepassement: number;
  /** Majoration de loyer de ces logements, et dépassement permis sans subvention, en pour cent. */
  readonly majorationLoyer: number;
  readonly depassementSansSubvention: number;
  /** Sous tant de logements, la part s'arrondit au plus proche ; jusqu'à tant, la part de ménages modestes ne s'applique pas. */
  readonly arrondiProcheSous: number;
  readonly sansObjetJusqua: number;
}

// « 30 % au moins de ces logements […] ressources inférieures ou égales à 60 % » ; « 10% au plus […] supérieur de 20 % au plus » ;
// « toutefois, cette obligation n'est pas applicable aux opérations comportant un seul logement et, pour les autres opérations
// comportant moins de 10 logements, […] en arrondissant à l'unité la plus proche »
export const CLAUSE_MIXITE: readonly Datee<RegleClauseMixite>[] = [
  {
    de: 2023,
    avant: null,
    regle: {
      modestes: 30,
      modestesRessources: 60,
      aises: 10,
      aisesDepassement: 20,
      majorationLoyer: 33,
      depassementSansSubvention: 30,
      arrondiProcheSous: 10,
      sansObjetJusqua: 1,
    },
    reference: 'D331-12',
    certitude: 'source secondaire',
  },
];

export interface RegleLoyers {
  /** Majoration maximale, en pour cent, du loyer maximal d'une convention PLAI (interchangeabilité). */
  readonly majorationPlai: number;
  /** Nouvelle politique des loyers : âge, en années, que la convention doit dépasser. */
  readonly conventionDePlusDe: number;
  /** Politique des loyers dérogatoires : ressources sous tant de pour cent du plafond PLAI ; mois de sa fin. */
  readonly derogatoires: { readonly ressources: number; readonly fin: string };
  /** Dépassement du plafond de ressources, en pour cent, à partir duquel le supplément de loyer est dû. */
  readonly supplement: number;
}

export const LOYERS: readonly Datee<RegleLoyers>[] = [
  {
    de: 2023,
    avant: null,
    regle: {
      majorationPlai: 40,
      conventionDePlusDe: 6,
      derogatoires: { ressources: 80, fin: 'mai 2024' },
      supplement: 20,
    },
    reference: 'circulaire',
    certitude: 'source secondaire',
  },
];
