import { versNombre, type Fraction } from '../../nombres';
import type { Certitude, IdReference } from '../../droit';
import type { Colonne } from '../colonnes';
import type { Ligne } from '../lecture/ligne';
import { phrase, type CodeConstat, type Details } from './messages';

export type Gravite = 'bloquant' | 'alerte' | 'information';
export type Verdict = 'conforme' | 'non conforme' | 'indetermine';

/** Un constat du contrôle, avec ses chiffres, sa cellule et son article. */
export interface Constat {
  readonly code: CodeConstat;
  readonly gravite: Gravite;
  /** Ce qui manque ici empêche de conclure sur une condition bloquante. */
  readonly empecheDeConclure: boolean;
  readonly commune: string | null;
  readonly cellule: string | null;
  readonly message: string;
  readonly attendu: number | null;
  readonly constate: number | null;
  readonly reference: IdReference;
  readonly certitude: Certitude;
}

/** Gravité ordinaire, article et certitude de chaque code public. */
export const REGISTRE: Readonly<Record<CodeConstat, readonly [Gravite, IdReference, Certitude]>> = {
  LIGNE_INCOMPLETE: ['alerte', 'outil', 'interprétation'],
  VALEUR_INVALIDE: ['alerte', 'outil', 'interprétation'],
  DOUBLON: ['bloquant', 'outil', 'interprétation'],
  TAUX_INCOHERENT: ['alerte', 'L302-5', 'texte'],
  MANQUANTS_INCOHERENTS: ['alerte', 'L302-8-VII', 'texte'],
  RATTRAPAGE_INCOHERENT: ['alerte', 'L302-8-VII', 'texte'],
  PALIER_INDETERMINE: ['alerte', 'L302-8-VII', 'texte'],
  REFERENCE_INCOHERENTE: ['bloquant', 'L302-8-VII', 'texte'],
  REFERENCE_ARRONDIE: ['information', 'L302-8-VII', 'interprétation'],
  NON_DEFICITAIRE: ['information', 'L302-8-VII', 'texte'],
  REDUCTION_EXCESSIVE: ['bloquant', 'L302-8-X', 'texte'],
  SOUS_PLANCHER_PLAQUETTE: ['alerte', 'plaquette', 'source secondaire'],
  SOUS_PLANCHER_CMS: ['bloquant', 'L302-8-IX', 'texte'],
  ENTRANTE_ABAISSEE: ['bloquant', 'L302-8-VIII', 'texte'],
  DUREE_DEPASSEE: ['bloquant', 'L302-8-X', 'texte'],
  ACCORD_MANQUANT: ['bloquant', 'L302-8-X', 'texte'],
  OBJECTIF_SUPERIEUR_AUX_MANQUANTS: ['alerte', 'L302-8-I', 'interprétation'],
  HORS_PRELEVEMENT: ['alerte', 'L302-8-X', 'interprétation'],
  TOTAL_INSUFFISANT: ['bloquant', 'L302-8-X', 'texte'],
  TOTAL_AFFICHE_FAUX: ['alerte', 'outil', 'interprétation'],
  PLH_MANQUANT: ['bloquant', 'L302-8-X', 'texte'],
  AVIS_MANQUANT: ['bloquant', 'L302-8-X', 'texte'],
  CONDITION_A_CONFIRMER: ['alerte', 'L302-8-X', 'texte'],
  COMMUNE_INCONNUE: ['alerte', 'decoupage', 'source secondaire'],
  COMMUNE_HORS_EPCI: ['bloquant', 'L302-8-X', 'texte'],
  COMMUNE_ABSENTE: ['information', 'L302-8-X', 'interprétation'],
  OBJECTIF_NON_ATTEINT: ['bloquant', 'L302-9-1', 'texte'],
  PART_PLAI_INSUFFISANTE: ['alerte', 'L302-8-III', 'texte'],
  PART_PLS_EXCESSIVE: ['alerte', 'L302-8-III', 'texte'],
};

export const CODES = Object.keys(REGISTRE) as CodeConstat[];

interface Precisions {
  readonly colonne?: Colonne;
  readonly attendu?: number | Fraction | undefined;
  readonly constate?: number | Fraction | undefined;
  readonly gravite?: Gravite;
  readonly reference?: IdReference;
  readonly certitude?: Certitude;
  readonly empecheDeConclure?: boolean;
}

const nombre = (n: number | Fraction | undefined): number | null =>
  n === undefined ? null : typeof n === 'number' ? n : versNombre(n);

/** Construit un constat ; `ligne` est nulle pour ce qui concerne tout le tableau. */
export function constat<C extends CodeConstat>(
  code: C,
  ligne: (Pick<Ligne, 'cellule'> & { commune?: string }) | null,
  details: Details<C>,
  precisions: Precisions = {},
): Constat {
  const [gravite, reference, certitude] = REGISTRE[code];
  return {
    code,
    gravite: precisions.gravite ?? gravite,
    empecheDeConclure: precisions.empecheDeConclure ?? false,
    commune: ligne?.commune ?? null,
    cellule: ligne ? ligne.cellule(precisions.colonne ?? 'commune') : null,
    message: phrase(code, details),
    attendu: nombre(precisions.attendu),
    constate: nombre(precisions.constate),
    reference: precisions.reference ?? reference,
    certitude: precisions.certitude ?? certitude,
  };
}

/** Non conforme si un constat bloque ; sinon indéterminé si l'un empêche de conclure ; sinon conforme. */
export function verdictDe(constats: readonly Constat[]): Verdict {
  if (constats.some((c) => c.gravite === 'bloquant')) return 'non conforme';
  return constats.some((c) => c.empecheDeConclure) ? 'indetermine' : 'conforme';
}

const RANGS: Record<Gravite, number> = { bloquant: 0, alerte: 2, information: 3 };

/** Du plus grave au moins grave ; ce qui empêche de conclure passe avant les alertes. */
export function parGravite(constats: readonly Constat[]): Constat[] {
  const rang = (c: Constat) => (c.empecheDeConclure && c.gravite === 'alerte' ? 1 : RANGS[c.gravite]);
  return [...constats].sort((a, b) => rang(a) - rang(b));
}
