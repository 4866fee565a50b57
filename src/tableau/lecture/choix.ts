import { anneeDeBase, periodeDe, type Periode } from '../../droit';
import { OBJECTIFS_COMPARES, type Colonne } from '../colonnes';
import type { Grille } from '../grille';
import { lireAccord } from '../reponses';
import { estVide } from '../texte';
import { sensDistincts } from './bloc';
import type { EntetePlacee } from './entete-placee';
import { lireTexte } from './cellules';
import type { BlocEntetes } from './entetes';

/** Pourquoi un en-tête n'est pas lu. « Répétée » : une autre colonne dit la même chose, et mieux. */
export type Motif = 'sans effet' | 'non comprise' | 'ambiguë' | 'répétée' | 'autre période';

export interface EnteteIgnoree extends EntetePlacee {
  readonly motif: Motif;
}

/** Ce qu'un bloc dit des colonnes : celles retenues, celles laissées de côté, celles qui se disputent le même sens. */
export interface ColonnesRetenues {
  readonly positions: ReadonlyMap<Colonne, number>;
  readonly ignorees: readonly EnteteIgnoree[];
  readonly ambigues: ReadonlyMap<Colonne, readonly EntetePlacee[]>;
  /** Celles dont le sens nous échappe et pourrait changer le verdict, si elles ne sont pas vides : `nonComprisesDe` le dit. */
  readonly nonComprises: readonly EntetePlacee[];
}

/** Répétées, ces colonnes disent la même chose : la première suffit. */
const IDENTITE: ReadonlySet<Colonne> = new Set<Colonne>(['code_insee', 'commune', 'epci', 'departement']);

/** La carence est prononcée au bilan d'une période, pour les années qui suivent : sa tranche ne dit pas laquelle on lit. */
const SANS_PERIODE: ReadonlySet<Colonne> = new Set<Colonne>(['carencee']);

/**
 * Retient une colonne par sens : celle nommée à la main, sinon celle de la période (sa tranche, ou le 1er janvier de l'année qui
 * la précède, ou sa première année), sinon la seule qui ne soit pas d'une autre période. Si plusieurs restent, ou si la seule est
 * d'une autre période, aucune n'est choisie.
 */
export function retenirColonnes({ entetes }: BlocEntetes, periode: Periode | null): ColonnesRetenues {
  const positions = new Map<Colonne, number>();
  const ambigues = new Map<Colonne, readonly EntetePlacee[]>();
  const lue = periode ?? periodeDuBilan(entetes);
  for (const colonne of sensDistincts(entetes)) {
    const candidates = entetes.filter((e) => e.colonne === colonne);
    const choisies = choisir(candidates, SANS_PERIODE.has(colonne) ? null : lue, anneesDuParc(colonne, entetes));
    const [premiere] = choisies;
    if (premiere && (choisies.length === 1 || IDENTITE.has(colonne))) positions.set(colonne, premiere.position);
    else ambigues.set(colonne, premiere ? choisies : candidates);
  }
  const retenues = new Set(positions.values());
  const parColonne = new Map(entetes.filter((e) => retenues.has(e.position)).map((e) => [e.colonne, e]));
  const disputees = new Set([...ambigues.values()].flat());
  const juges = OBJECTIFS_COMPARES.flatMap((c) => parColonne.get(c)?.tranche ?? []);
  const anterieure = ({ colonne, tranche }: EntetePlacee) =>
    colonne === null && tranche !== null && juges.length > 0 && juges.every((jugee) => tranche < jugee);
  const ignorees = entetes
    .filter((e) => !retenues.has(e.position))
    .map((e): EnteteIgnoree => ({ ...e, motif: disputees.has(e) ? 'ambiguë' : motifDe(e, parColonne.get(e.colonne)) }));
  return {
    positions,
    ambigues,
    ignorees,
    nonComprises: ignorees.filter((e) => (e.sensible && !anterieure(e)) || e.appui),
  };
}

function motifDe(e: EntetePlacee, retenue: EntetePlacee | undefined): Motif {
  if (e.colonne === null) return e.sort === 'sans effet' ? 'sans effet' : 'non comprise';
  const memesAnnees = retenue?.tranche === e.tranche && retenue.annees.join() === e.annees.join();
  return memesAnnees || e.appui ? 'répétée' : 'autre période';
}

const D_UN_OBJECTIF: ReadonlySet<Colonne> = new Set<Colonne>([...OBJECTIFS_COMPARES, 'realises']);

/** La dernière période dont le tableau dit l'objectif ou le bilan, si elle a des réalisations : c'est elle dont il fait le bilan. */
function periodeDuBilan(entetes: readonly EntetePlacee[]): Periode | null {
  const datees = entetes.filter((e) => e.colonne && D_UN_OBJECTIF.has(e.colonne) && e.tranche !== null);
  const derniere = Math.max(...datees.map((e) => e.tranche!));
  const faite = datees.some((e) => e.colonne === 'realises' && e.tranche === derniere);
  return faite && periodeDe(derniere).debut === derniere ? { debut: derniere } : null;
}

const A_LA_DATE_DU_PARC: ReadonlySet<Colonne> = new Set<Colonne>(['taux_lls', 'taux_cible', 'manquants']);

/** Un taux se lit à la date du parc : ses années, si une seule colonne de logements sociaux ou de résidences principales en porte. */
function anneesDuParc(colonne: Colonne, entetes: readonly EntetePlacee[]): readonly number[] {
  if (!A_LA_DATE_DU_PARC.has(colonne)) return [];
  const parc = (['logements_sociaux', 'residences_principales'] as const).map((c) =>
    entetes.filter((e) => e.colonne === c),
  );
  return parc.find((colonnes) => colonnes.length === 1)?.[0]?.annees ?? [];
}

function choisir(
  candidates: readonly EntetePlacee[],
  periode: Periode | null,
  anneesVoulues: readonly number[],
): readonly EntetePlacee[] {
  const manuelles = candidates.filter((e) => e.manuelle);
  if (manuelles.length > 0) return manuelles;
  const franches = candidates.filter((e) => !e.appui);
  const restantes = dernierDecret(franches.length > 0 ? franches : candidates);
  const possibles = periode ? restantes.filter((e) => e.tranche === null || e.tranche === periode.debut) : restantes;
  const preferences = [
    possibles.filter((e) => e.annees.some((annee) => anneesVoulues.includes(annee))),
    ...(periode
      ? [
          possibles.filter((e) => e.tranche === periode.debut),
          possibles.filter((e) => e.annees.includes(anneeDeBase(periode))),
          possibles.filter((e) => e.annees.includes(periode.debut)),
        ]
      : []),
  ];
  return preferences.find((groupe) => groupe.length > 0) ?? possibles;
}

const DECRET = /d[ée]cret\D{0,10}((?:19|20)\d{2})/i;

/** De colonnes que seul leur décret distingue, celle du dernier. */
function dernierDecret(candidates: readonly EntetePlacee[]): readonly EntetePlacee[] {
  const decrets = candidates.map((e) => Number(DECRET.exec(e.texte)?.[1] ?? 0));
  const dernier = Math.max(...decrets);
  return decrets.every(Boolean) ? candidates.filter((_, i) => decrets[i] === dernier) : candidates;
}

/**
 * Ce qui, entre deux lignes d'un tableau, n'est pas compris et pourrait changer le verdict : les colonnes sensibles qui portent
 * quelque chose, et celles d'appui qui refusent (« Délibération : contre » à côté d'« Accord : oui »).
 */
export function nonComprisesDe(
  grille: Grille,
  { nonComprises }: Pick<ColonnesRetenues, 'nonComprises'>,
  debut: number,
  fin: number,
): EntetePlacee[] {
  return nonComprises.filter((e) => {
    for (let ligne = debut; ligne <= fin; ligne++) {
      const texte = lireTexte(grille.cellule(ligne, e.position));
      if (e.sensible ? !estVide(texte) : lireAccord(texte) === false) return true;
    }
    return false;
  });
}
