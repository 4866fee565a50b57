import { lirePeriode } from '../../droit';
import { AVIS, CONTRATS, estColonne, type Avis, type Colonne, type Contrat } from '../../tableau';

/** Ce que l'agent a précisé, gardé dans le classeur ; `null` : non précisé. */
export interface Reglages {
  /** « 2023-2025 ». */
  readonly periode: string | null;
  readonly contrat: Contrat | null;
  readonly plh: boolean | null;
  readonly avis: Avis | null;
  readonly epci: string;
  /** En-tête normalisé → colonne. */
  readonly colonnes: Readonly<Record<string, Colonne>>;
}

export const CLE_DES_REGLAGES = 'mutualisation-sru.reglages';

export const REGLAGES_VIDES: Reglages = {
  periode: null,
  contrat: null,
  plh: null,
  avis: null,
  epci: '',
  colonnes: {},
};

const LONGUEUR_MAXIMALE = 200;

/** Lit ce qu'un autre poste a pu écrire : tout ce qui ne convient pas vaut « non précisé ». */
export function lireReglages(garde: unknown): Reglages {
  const lu = (typeof garde === 'object' && garde !== null ? garde : {}) as Record<string, unknown>;
  const { periode, plh, epci, colonnes } = lu;
  return {
    periode: typeof periode === 'string' && lirePeriode(periode) ? periode : null,
    contrat: CONTRATS.find((c) => c === lu.contrat) ?? null,
    plh: typeof plh === 'boolean' ? plh : null,
    avis: AVIS.find((a) => a === lu.avis) ?? null,
    epci: typeof epci === 'string' ? epci.slice(0, LONGUEUR_MAXIMALE) : '',
    colonnes: lireColonnes(colonnes),
  };
}

function lireColonnes(gardees: unknown): Record<string, Colonne> {
  if (typeof gardees !== 'object' || gardees === null) return {};
  return Object.fromEntries(
    Object.entries(gardees).flatMap(([cle, colonne]) =>
      typeof colonne === 'string' && estColonne(colonne) ? [[cle, colonne] as const] : [],
    ),
  );
}
