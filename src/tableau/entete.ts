import { estColonne, type Colonne } from './colonnes';
import { normaliser } from './texte';
import { anneesDuLibelle, colonneDuLibelle } from './vocabulaire';

/** Un en-tête tel qu'il est écrit, la colonne qu'il nomme, et ses années (« 2023-2025 » : tranche 2023 ; « au 01/01/2022 » : 2022). */
export interface Entete {
  readonly texte: string;
  readonly colonne: Colonne | null;
  readonly tranche: number | null;
  readonly annees: readonly number[];
}

/** Correspondances décidées à la main : en-tête normalisé → colonne. */
export type Correspondances = ReadonlyMap<string, Colonne>;

/** Deux en-têtes de même clé sont le même pour une correspondance à la main. */
export const cleEntete = (texte: string): string => normaliser(texte.replace(/%/g, ' pct '));

const LONGUEUR_MAXIMALE = 200;
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
  if (texte.length > LONGUEUR_MAXIMALE) return { texte, colonne: null, tranche: null, annees: [] };
  const nom = texte.trim();
  const lu = { texte, colonne: estColonne(nom) ? nom : colonneDuLibelle(nom), ...anneesDuLibelle(nom) };
  if (reconnus.size >= RECONNUS_MAXIMUM) reconnus.clear();
  reconnus.set(texte, lu);
  return lu;
}
