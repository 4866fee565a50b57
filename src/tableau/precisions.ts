import { lirePeriode, type Rang } from '../droit';
import { estColonne, type Colonne } from './colonnes';
import type { SensDeColonne } from './entete';
import { normaliser } from './texte';
import { AVIS, CONTRATS, type Avis, type Contrat } from './contrat-et-avis';

/**
 * Ce que l'agent précise, d'où qu'il le fasse ; `null` ou absent : il ne l'a pas dit. Une même forme pour la ligne de commande, le
 * volet, la page et les fonctions, et pour ce qui se garde dans le classeur.
 */
export interface Precisions {
  /** « 2023-2025 ». */
  readonly periode: string | null;
  readonly contrat: Contrat | null;
  readonly plh: boolean | null;
  readonly avis: Avis | null;
  readonly epci: string;
  /** En-tête (`cleEntete`) → colonne. */
  readonly colonnes: Readonly<Record<string, SensDeColonne>>;
  /** Libellé normalisé d'une ligne → ce qu'elle est. */
  readonly lignes: Readonly<Record<string, SortDeLigne>>;
  /** Texte normalisé des alentours dont l'agent a dit qu'il ne change rien. */
  readonly textes: Readonly<Record<string, 'sans effet'>>;
  /** Nom normalisé d'une commune → son accord. */
  readonly accords: Readonly<Record<string, boolean>>;
  /** Nom normalisé d'une commune → son rang triennal. */
  readonly rangs: Readonly<Record<string, number>>;
}

export type SortDeLigne = 'commune' | 'ecartee';

export const CLE_DES_PRECISIONS = 'mutualisation-sru.reglages';

export const SANS_PRECISION: Precisions = {
  periode: null,
  contrat: null,
  plh: null,
  avis: null,
  epci: '',
  colonnes: {},
  lignes: {},
  textes: {},
  accords: {},
  rangs: {},
};

const LONGUEUR_MAXIMALE = 200;

/** Lit ce qu'un autre poste a pu écrire : tout ce qui ne convient pas vaut « non précisé ». */
export function lirePrecisions(garde: unknown): Precisions {
  const lu = (typeof garde === 'object' && garde !== null ? garde : {}) as Record<string, unknown>;
  const { periode, plh, epci } = lu;
  return {
    periode: typeof periode === 'string' && lirePeriode(periode) ? periode : null,
    contrat: CONTRATS.find((c) => c === lu.contrat) ?? null,
    plh: typeof plh === 'boolean' ? plh : null,
    avis: AVIS.find((a) => a === lu.avis) ?? null,
    epci: typeof epci === 'string' ? epci.slice(0, LONGUEUR_MAXIMALE) : '',
    colonnes: lireTable(
      lu.colonnes,
      (v): v is SensDeColonne => typeof v === 'string' && (v === 'sans effet' || estColonne(v)),
    ),
    lignes: lireTable(lu.lignes, (v): v is SortDeLigne => v === 'commune' || v === 'ecartee'),
    textes: lireTable(lu.textes, (v): v is 'sans effet' => v === 'sans effet'),
    accords: lireTable(lu.accords, (v): v is boolean => typeof v === 'boolean'),
    rangs: lireTable(lu.rangs, (v): v is number => [0, 1, 2, 3].includes(v as number)),
  };
}

function lireTable<T>(gardee: unknown, convient: (valeur: unknown) => valeur is T): Record<string, T> {
  if (typeof gardee !== 'object' || gardee === null) return {};
  return Object.fromEntries(Object.entries(gardee).filter((paire): paire is [string, T] => convient(paire[1])));
}

/** Ce qui est précisé maintenant l'emporte sur ce qui a été gardé. */
export const preciser = (gardees: Precisions, maintenant: Partial<Precisions>): Precisions => ({
  periode: maintenant.periode ?? gardees.periode,
  contrat: maintenant.contrat ?? gardees.contrat,
  plh: maintenant.plh ?? gardees.plh,
  avis: maintenant.avis ?? gardees.avis,
  epci: maintenant.epci || gardees.epci,
  colonnes: { ...gardees.colonnes, ...maintenant.colonnes },
  lignes: { ...gardees.lignes, ...maintenant.lignes },
  textes: { ...gardees.textes, ...maintenant.textes },
  accords: { ...gardees.accords, ...maintenant.accords },
  rangs: { ...gardees.rangs, ...maintenant.rangs },
});

/** Ce que l'agent répond à une question du contrôle, gardé avec le classeur. */
export type Precision =
  | { readonly quoi: 'colonne'; readonly entete: string; readonly colonne: Colonne | 'sans effet' }
  | { readonly quoi: 'ligne'; readonly nom: string; readonly sort: 'commune' | 'ecartee' }
  | { readonly quoi: 'texte'; readonly texte: string; readonly sort: 'sans effet' }
  | { readonly quoi: 'plh'; readonly valeur: boolean }
  | { readonly quoi: 'avis'; readonly valeur: Avis }
  | { readonly quoi: 'periode'; readonly valeur: string }
  | { readonly quoi: 'contrat'; readonly valeur: Contrat }
  | { readonly quoi: 'accord'; readonly nom: string; readonly valeur: boolean }
  | { readonly quoi: 'rang'; readonly nom: string; readonly valeur: Rang };

/** Ce qu'un constat demande à l'agent ; chaque choix dit ce qu'il précise. */
export interface Question {
  readonly texte: string;
  readonly choix: readonly { readonly libelle: string; readonly precision: Precision }[];
}

/** Une question à laquelle on répond par oui ou par non. */
export const ouiOuNon = (texte: string, precision: (valeur: boolean) => Precision): Question => ({
  texte,
  choix: [
    { libelle: 'Oui', precision: precision(true) },
    { libelle: 'Non', precision: precision(false) },
  ],
});

/** Une question à laquelle on répond que ce texte, ou cette lecture, ne change rien. */
export const sansEffet = (question: string, libelle: string, texte: string): Question => ({
  texte: question,
  choix: [{ libelle, precision: { quoi: 'texte', texte: normaliser(texte), sort: 'sans effet' } }],
});

/** Ce que l'agent a précisé, sa réponse à une question ajoutée. */
export function repondre(precisions: Precisions, reponse: Precision): Precisions {
  switch (reponse.quoi) {
    case 'colonne':
      return { ...precisions, colonnes: { ...precisions.colonnes, [reponse.entete]: reponse.colonne } };
    case 'ligne':
      return { ...precisions, lignes: { ...precisions.lignes, [reponse.nom]: reponse.sort } };
    case 'texte':
      return { ...precisions, textes: { ...precisions.textes, [reponse.texte]: reponse.sort } };
    case 'accord':
      return { ...precisions, accords: { ...precisions.accords, [reponse.nom]: reponse.valeur } };
    case 'rang':
      return { ...precisions, rangs: { ...precisions.rangs, [reponse.nom]: reponse.valeur } };
    case 'plh':
    case 'avis':
    case 'periode':
    case 'contrat':
      return { ...precisions, [reponse.quoi]: reponse.valeur };
  }
}
