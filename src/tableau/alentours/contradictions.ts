import { typographier } from '../../nombres';
import { abreger } from '../texte';
import type { Fait, Sujet } from './types';

/** Deux textes, ou un texte et la loi, ou un texte et le choix de l'agent, qui ne disent pas la même chose. */
export interface Contradiction {
  readonly sujet: Sujet;
  readonly textes: readonly string[];
  /** Leurs cellules ; celle du nom de la feuille est vide. */
  readonly cellules: readonly string[];
  readonly phrase: string;
  /** L'agent a dit ce qui vaut : ce qui le contredit se dit, sans empêcher de conclure. */
  readonly tranchee?: true;
}

export const contradiction = (
  sujet: Sujet,
  faits: readonly Pick<Fait, 'texte' | 'cellule'>[],
  phrase: string,
): Contradiction => ({
  sujet,
  textes: faits.map(({ texte }) => texte),
  cellules: faits.map(({ cellule }) => cellule),
  phrase: typographier(phrase),
});

const NOMS: Readonly<Record<Sujet, string>> = {
  periode: 'la période',
  plh: 'le PLH',
  avis: 'l’avis de la commission nationale SRU',
  epci: 'l’EPCI',
  taux_cible: 'le taux cible',
  unite: 'l’unité des nombres',
  millesime: 'le millésime des données',
  genre: 'le genre du contrat',
  stade: 'l’état du contrat',
  bareme: 'le barème',
};

export const dire = (sujet: Sujet): string => NOMS[sujet];

/** Le texte d'un fait et sa place : « Période 2026-2028 » (B2). */
export const citerFait = ({ texte, cellule, lieu }: Fait): string =>
  `« ${abreger(texte)} » (${lieu === 'feuille' ? 'nom de la feuille' : cellule})`;
