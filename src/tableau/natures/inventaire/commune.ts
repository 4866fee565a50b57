import type { Droit, Rang, TauxCible } from '../../../droit';
import type { NombreLu } from '../../../nombres';
import {
  chiffresPublies,
  estRefus,
  intervalleDe,
  nomDuTaux,
  rangDe,
  tauxDeRattrapageDepuis,
  type ChiffresPublies,
  type TauxDeRattrapage,
} from '../../../regles';
import { entierLu, lue } from '../../controle/evaluation';
import type { Ligne } from '../../lecture/ligne';
import { situationDe, sousLaCible, type SituationPubliee } from './situation';

/** Pourquoi le palier d'une commune reste inconnu. */
export const INDETERMINATIONS = ['seuil', 'cible', 'donnee', 'contradiction'] as const;
export type Indetermination = (typeof INDETERMINATIONS)[number];

/** Pourquoi une commune n'a pas d'objectif chiffré : elle n'en a pas à atteindre, ou les chiffres publiés ne l'encadrent pas. */
export const SANS_CHIFFRES = [
  'en règle',
  'hors champ',
  'exemptée',
  'contradiction',
  'donnee',
  'lls',
  'arrondi',
] as const;
export type SansChiffres = (typeof SANS_CHIFFRES)[number];

/** Une commune de l'inventaire : son taux publié, sa situation, et le palier que son arrondi permet de connaître. */
export interface CommuneInventoriee {
  readonly ligne: Ligne;
  readonly taux: NombreLu | null;
  readonly cible: number | null;
  readonly lls: number | null;
  readonly situation: SituationPubliee;
  /** `null` si la commune n'est pas déficitaire, ou si son palier est indéterminé. */
  readonly rattrapage: TauxDeRattrapage | null;
  readonly indetermination: Indetermination | null;
  /** Les paliers entre lesquels l'arrondi ne tranche pas. */
  readonly possibles: readonly string[];
  readonly peutMutualiser: boolean;
  /** Ses manquants, sa référence et ses planchers, encadrés ; sinon, ce qui les empêche. */
  readonly chiffres: ChiffresPublies | SansChiffres;
}

export const aDesChiffres = (c: CommuneInventoriee): c is CommuneInventoriee & { readonly chiffres: ChiffresPublies } =>
  typeof c.chiffres !== 'string';

const CIBLE_ATTEINTE = 'cible atteinte';

export function inventorierCommune(ligne: Ligne, droit: Droit): CommuneInventoriee {
  const taux = lue(ligne, 'taux_lls');
  const cible = entierLu(ligne, 'taux_cible');
  const lls = entierLu(ligne, 'logements_sociaux');
  const rang = rangDe(entierLu(ligne, 'rang_triennal') ?? 3) ?? 3;
  const situation = situationDe(ligne, taux, cible);
  const { deficitaire, exemptee, dansLeChamp } = situation;
  const peutMutualiser = deficitaire === true && exemptee !== true && dansLeChamp !== false && rang === 3;
  const seLitSous = taux && cible !== null ? sousLaCible(taux, cible) : null;
  const publiee = { taux, cible, lls, rang, situation };
  const chiffrees = chiffrer(publiee, droit);
  const contradiction = contredit(situation, seLitSous) || atteintEnEntiers(publiee, chiffrees, droit);
  const chiffres = contradiction ? 'contradiction' : chiffrees;
  const commune = { ligne, taux, cible, lls, situation, rattrapage: null, possibles: [], peutMutualiser, chiffres };

  if (contradiction) return { ...commune, peutMutualiser: false, indetermination: 'contradiction' };
  if (deficitaire === false || dansLeChamp === false) return { ...commune, indetermination: null };
  if (!taux || cible === null) return { ...commune, indetermination: 'donnee' };
  const trouve = tauxDeRattrapageDepuis(intervalleDe(taux), cible as TauxCible, rang, droit);
  if (deficitaire === null) return { ...commune, indetermination: 'cible', possibles: [CIBLE_ATTEINTE, nom(trouve)] };
  if (!estRefus(trouve)) return { ...commune, rattrapage: trouve, indetermination: null };
  // Les logements sociaux et l'entier des résidences tranchent parfois où le taux seul ne tranche pas.
  const [seul, autre] = typeof chiffres === 'string' ? [] : chiffres.rattrapages;
  if (seul && !autre) return { ...commune, rattrapage: seul, indetermination: null };
  const possibles = trouve.refus === 'PALIER_INDETERMINE' ? trouve.paliers : [];
  return { ...commune, indetermination: 'seuil', possibles };
}

interface Publiee {
  readonly taux: NombreLu | null;
  readonly cible: number | null;
  readonly lls: number | null;
  readonly rang: Rang;
  readonly situation: SituationPubliee;
}

/** Dite déficitaire, quand chaque nombre entier de résidences que ses chiffres permettent atteint la cible. */
const atteintEnEntiers = (publiee: Publiee, chiffres: ChiffresPublies | SansChiffres, droit: Droit): boolean =>
  publiee.situation.deficitaire === true &&
  chiffres === 'arrondi' &&
  typeof chiffrer({ ...publiee, situation: { ...publiee.situation, deficitaire: null } }, droit) !== 'string';

function chiffrer(publiee: Publiee, droit: Droit): ChiffresPublies | SansChiffres {
  const { taux, cible, lls, rang, situation } = publiee;
  const { deficitaire, exemptee, dansLeChamp } = situation;
  if (dansLeChamp === false) return 'hors champ';
  if (exemptee) return 'exemptée';
  if (deficitaire === false) return 'en règle';
  if (!taux || cible === null) return 'donnee';
  if (lls === null) return 'lls';
  const chiffres = chiffresPublies(lls, intervalleDe(taux), cible as TauxCible, rang, droit, deficitaire);
  return estRefus(chiffres) ? 'arrondi' : chiffres;
}

/** L'inventaire dit le contraire de son propre taux ; une commune exemptée peut n'y être pas comptée déficitaire. */
const contredit = ({ deficitaire, exemptee, dansLeChamp }: SituationPubliee, seLitSous: boolean | null): boolean =>
  (deficitaire === true && seLitSous === false) ||
  (deficitaire === false && seLitSous === true && exemptee !== true && dansLeChamp !== false);

const nom = (trouve: ReturnType<typeof tauxDeRattrapageDepuis>): string =>
  estRefus(trouve) ? 'commune déficitaire' : nomDuTaux(trouve);
