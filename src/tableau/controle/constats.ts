import { versNombre, type Quantite } from '../../nombres';
import type { Certitude, IdReference } from '../../droit';
import type { Colonne } from '../colonnes';
import type { Ligne } from '../lecture/ligne';
import type { Question } from '../precisions';
import { CONSTATS, correctionDe as corriger, phrase, type CodeConstat, type Details, type Gravite } from './catalogue';

export { CODES, CONSTATS, SUJETS, type CodeConstat, type Details, type Gravite } from './catalogue';

/** La ligne d'un constat : une commune, ou le total que l'agent affiche. */
export type LigneDeConstat = Pick<Ligne, 'ligne' | 'cellule'> & Partial<Pick<Ligne, 'commune' | 'feuille'>>;

/** Un constat d'un code donné, avec ses chiffres, sa cellule et son article. */
export interface ConstatDe<C extends CodeConstat> {
  readonly code: C;
  readonly gravite: Gravite;
  /** Ce qui manque ici empêche de conclure sur une condition bloquante. */
  readonly empecheDeConclure: boolean;
  readonly commune: string | null;
  readonly cellule: string | null;
  /** La feuille de la cellule, si ce n'est pas celle du tableau. */
  readonly feuille?: string;
  /** `null` : le tableau entier. */
  readonly ligne: LigneDeConstat | null;
  readonly details: Details<C>;
  readonly message: string;
  readonly attendu: number | null;
  readonly constate: number | null;
  readonly reference: IdReference;
  readonly certitude: Certitude;
  /** Ce que l'agent peut répondre pour lever le constat. */
  readonly question?: Question;
}

export type Constat = { readonly [C in CodeConstat]: ConstatDe<C> }[CodeConstat];

interface Precisions {
  readonly colonne?: Colonne;
  /** L'adresse d'une cellule que ni la ligne ni la colonne ne donnent. */
  readonly cellule?: string;
  readonly feuille?: string;
  readonly attendu?: number | Quantite | undefined;
  readonly constate?: number | Quantite | undefined;
  readonly gravite?: Gravite;
  readonly reference?: IdReference;
  readonly certitude?: Certitude;
  readonly empecheDeConclure?: boolean;
  readonly question?: Question;
}

const nombre = (n: number | Quantite | undefined): number | null =>
  n === undefined ? null : typeof n === 'number' ? n : versNombre(n);

/** Construit un constat ; `ligne` est nulle pour ce qui concerne tout le tableau. */
export function constat<C extends CodeConstat>(
  code: C,
  ligne: LigneDeConstat | null,
  details: Details<C>,
  precisions: Precisions = {},
): ConstatDe<C> {
  const { gravite, reference, certitude, empeche = false } = CONSTATS[code];
  const { question } = precisions;
  const feuille = precisions.feuille ?? ligne?.feuille?.(precisions.colonne ?? 'commune');
  return {
    code,
    gravite: precisions.gravite ?? gravite,
    empecheDeConclure: precisions.empecheDeConclure ?? empeche,
    commune: ligne?.commune ?? null,
    cellule: precisions.cellule ?? (ligne ? ligne.cellule(precisions.colonne ?? 'commune') : null),
    ...(feuille !== undefined && { feuille }),
    ligne,
    details,
    message: phrase(code, details),
    attendu: nombre(precisions.attendu),
    constate: nombre(precisions.constate),
    reference: precisions.reference ?? reference,
    certitude: precisions.certitude ?? certitude,
    ...(question && { question }),
  };
}

/** Ce que l'agent peut faire d'un constat, en une phrase. */
export const correctionDe = (c: Constat): string => corriger(c as ConstatDe<CodeConstat>);

/** Le constat est de ce code, détails compris. */
export const estDe = <C extends CodeConstat>(c: Constat, code: C): c is Constat & ConstatDe<C> => c.code === code;

const RANGS: Record<Gravite, number> = { bloquant: 0, alerte: 2, information: 3 };

/** Du plus grave au moins grave ; ce qui empêche de conclure passe avant les alertes. */
export function parGravite(constats: readonly Constat[]): Constat[] {
  const rang = (c: Constat) => (c.empecheDeConclure && c.gravite === 'alerte' ? 1 : RANGS[c.gravite]);
  return [...constats].sort((a, b) => rang(a) - rang(b));
}
