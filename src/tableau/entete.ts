import { periodeDe, suivante } from '../droit';
import { estColonne, OBJECTIFS_COMPARES, type Colonne } from './colonnes';
import { anneesDuLibelle, LONGUEUR_MAXIMALE, porteUneDate } from './mots';
import { sortDe, type SortDEntete } from './sort';
import { normaliser } from './texte';
import { colonneDuLibelle, type Sens } from './vocabulaire';

/** Un en-tête tel qu'il est écrit, la colonne qu'il nomme, et ses années (« 2023-2025 » : tranche 2023 ; « au 01/01/2022 » : 2022). */
export interface Entete extends SortDEntete {
  readonly texte: string;
  readonly colonne: Colonne | null;
  /** Ne vaut qu'à défaut d'une colonne de même sens mieux nommée. */
  readonly appui: boolean;
  readonly tranche: number | null;
  readonly annees: readonly number[];
}

/** Ce que l'agent dit d'un en-tête : la colonne qu'il nomme, ou qu'il ne change rien. */
export type SensDeColonne = Colonne | 'sans effet';

/** Correspondances décidées à la main : en-tête normalisé → son sens. */
export type Correspondances = ReadonlyMap<string, SensDeColonne>;

/** Deux en-têtes de même clé sont le même pour une correspondance à la main. */
export const cleEntete = (texte: string): string => normaliser(texte.replace(/%/g, ' pct '));

const RECONNUS_MAXIMUM = 2000;
const reconnus = new Map<string, Entete>();

/**
 * Reconnaît un en-tête à son libellé.
 * @example lireEntete('Nb RP').colonne // 'residences_principales'
 * @example lireEntete('Objectif 2023-2025 CMS').colonne // 'objectif_contrat'
 * @example lireEntete('Objectif').colonne // null : on ne devine pas
 */
export function lireEntete(texte: string): Entete {
  const connu = reconnus.get(texte);
  if (connu) return connu;
  if (texte.length > LONGUEUR_MAXIMALE) {
    const sort = sortDe(texte.slice(0, LONGUEUR_MAXIMALE));
    return { texte, colonne: null, appui: false, ...sort, tranche: null, annees: [] };
  }
  const nom = texte.trim();
  const nomme: Sens | null = estColonne(nom) ? { colonne: nom, appui: false } : colonneDuLibelle(nom);
  const sens = nomme && OBJECTIFS_COMPARES.some((c) => c === nomme.colonne) && AUTRE_DUREE.test(nom) ? null : nomme;
  const lues = anneesDuLibelle(nom);
  const lu: Entete = {
    texte,
    colonne: sens?.colonne ?? null,
    appui: sens?.appui ?? false,
    ...(sens ? RECONNUE : nomme ? NON_COMPRISE : sortDe(nom)),
    tranche: sens ? trancheDe(sens.colonne, lues, nom) : lues.tranche,
    annees: lues.annees,
  };
  if (reconnus.size >= RECONNUS_MAXIMUM) reconnus.clear();
  reconnus.set(texte, lu);
  return lu;
}

/** « Objectif du contrat (2 périodes) », « N-1 », « /an », « 1ère année » : l'objectif d'une autre durée que la période. */
const AUTRE_DUREE =
  /\bN ?[-–] ?\d\b|\/ ?an\b|\b(?:par|pour) (?:\d+ )?ans?\b|\b\d+ (?:périodes|ans)\b|\b(?:1[eè]?re|2[eè]?me|3[eè]?me|[123]e|première|deuxième|troisième) année|\bannée \d\b|\bannuel/i;

const RECONNUE: SortDEntete = { sort: 'reconnue', sensible: false };

/** Le même en-tête, qui nomme cette colonne. */
export const nommant = <E extends Entete>(entete: E, colonne: Colonne): E => ({ ...entete, colonne, ...RECONNUE });

/** Le même en-tête, qui ne nomme plus rien ; sans autre précision, son sort est celui de ses mots. */
export const neNommantRien = <E extends Entete>(entete: E, sort: SortDEntete = sortDe(entete.texte)): E => ({
  ...entete,
  colonne: null,
  ...sort,
});

export const SANS_EFFET: SortDEntete = { sort: 'sans effet', sensible: false };
export const NON_COMPRISE: SortDEntete = { sort: 'non comprise', sensible: true };

/**
 * Les années d'un bilan disent sa période : « LLS financés en 2009 » est de 2008-2010 ; « variation de l'inventaire 2010-2007 » et
 * « figurant à l'inventaire 2010 » finissent avec elle, « au 01/01/2020 » juste après ; un report vient de la période précédente.
 */
function trancheDe(
  colonne: Colonne,
  { tranche, annees }: Pick<Entete, 'tranche' | 'annees'>,
  texte: string,
): number | null {
  if (tranche !== null) return colonne === 'report' ? suivante({ debut: tranche }).debut : tranche;
  if (annees.length === 0) return null;
  const derniere = Math.max(...annees);
  if (colonne.startsWith('finances_')) return periodeDe(derniere).debut;
  if (colonne !== 'variation_inventaire' && colonne !== 'deja_comptes') return null;
  const finie = porteUneDate(texte) || periodeDe(derniere).debut === derniere ? derniere - 1 : derniere;
  return periodeDe(finie).debut;
}
