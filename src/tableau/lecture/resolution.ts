import { CIBLES } from '../../droit';
import { versNombre } from '../../nombres';
import { estNombre, type Colonne } from '../colonnes';
import { neNommantRien, nommant, NON_COMPRISE, SANS_EFFET } from '../entete';
import type { Grille } from '../grille';
import { decouper, motsDe, porteUneDate } from '../mots';
import { lireOuiNon } from '../reponses';
import { estVide } from '../texte';
import { drapeauPossible, objectifNu } from '../vocabulaire';
import type { EntetePlacee } from './entete-placee';
import { lireBrut, lireTexte } from './cellules';

/** Ce qu'un libellé ne dit pas seul : ses voisins et les premières cellules dessous le disent. */
export function resoudre(lus: readonly EntetePlacee[], grille: Grille, premiere: number): EntetePlacee[] {
  const aUnNom = lus.some((e) => e.colonne === 'commune' || e.colonne === 'code_insee');
  const departages = lus.map((e) => (e.manuelle ? e : departager(e, dessous(grille, premiere, e.position), aUnNom)));
  return sansAvis(objectifsNus(totauxDesAnnees(departages)));
}

const LIGNES_LUES = 20;

function dessous(grille: Grille, premiere: number, position: number): () => readonly Dessous[] {
  let lues: Dessous[] | null = null;
  return () => {
    if (lues) return lues;
    lues = [];
    for (let ligne = premiere; ligne < Math.min(premiere + LIGNES_LUES, grille.nombreDeLignes); ligne++) {
      const cellule = grille.cellule(ligne, position);
      const texte = lireTexte(cellule);
      if (estVide(texte)) continue;
      const brut = lireBrut(cellule);
      lues.push({ texte, nombre: brut && versNombre(brut.valeur) });
    }
    return lues;
  };
}

interface Dessous {
  readonly texte: string;
  readonly nombre: number | null;
}

const CODE_INSEE = /^(?:\d{4,5}|2[ab]\d{3})$/i;
const TAUX_CIBLES: ReadonlySet<number> = new Set(CIBLES.flatMap((cible) => [cible, cible / 100]));

const A_DEPARTAGER: ReadonlySet<Colonne> = new Set<Colonne>(['commune', 'rang_triennal']);

/** Les premières cellules départagent deux sens d'un même libellé. */
function departager(entete: EntetePlacee, cellules: () => readonly Dessous[], aUnNom: boolean): EntetePlacee {
  if (entete.colonne !== null && !A_DEPARTAGER.has(entete.colonne)) return entete;
  const mots = motsDe(entete.texte);
  const seuls = (...attendus: string[]) =>
    attendus.every((mot) => mots.has(mot)) && [...mots].every((mot) => attendus.includes(mot) || mot === 'commun');
  const tous = (juge: (lue: Dessous) => boolean) => cellules().length > 0 && cellules().every(juge);
  const estUneReponse = ({ texte, nombre }: Dessous) => nombre === null && lireOuiNon(texte) !== null;
  const sontDesCibles = () => tous(({ nombre }) => nombre !== null && TAUX_CIBLES.has(nombre));

  if (entete.colonne === 'commune') {
    const [premiere] = cellules();
    const drapeau = premiere && lireOuiNon(premiere.texte) !== null ? drapeauPossible(entete.texte) : null;
    return drapeau ? nommant(entete, drapeau) : entete;
  }
  if (entete.colonne === 'rang_triennal') {
    if (mots.has('entrant') && tous(estUneReponse)) return nommant(entete, 'entrante');
    return seuls('rang') && estUnNumeroDOrdre(cellules()) ? neNommantRien(entete, SANS_EFFET) : entete;
  }
  // « CMS signé : oui » dit qu'il y a un contrat ; ce n'en est pas l'objectif.
  if (entete.sensible && mots.has('contrat') && !mots.has('objectif') && tous(estUneReponse))
    return neNommantRien(entete, SANS_EFFET);
  if (seuls('taux', 'sru')) return nommant(entete, sontDesCibles() ? 'taux_cible' : 'taux_lls');
  if (mots.has('obligation') && !mots.has('tranch') && sontDesCibles()) return nommant(entete, 'taux_cible');
  const codes = seuls('cod') && aUnNom && tous(({ texte }) => CODE_INSEE.test(texte));
  return codes ? nommant(entete, 'code_insee') : entete;
}

const ORDRE_MINIMAL = 5;

/** « Rang » 1, 2, 3, 4, 5… dans l'ordre des lignes n'est pas un rang triennal. */
const estUnNumeroDOrdre = (cellules: readonly Dessous[]): boolean =>
  cellules.length >= ORDRE_MINIMAL && cellules.slice(0, ORDRE_MINIMAL).every(({ nombre }, i) => nombre === i + 1);

const REPARTIS: ReadonlySet<Colonne> = new Set<Colonne>([
  'objectif_reference',
  'objectif_contrat',
  'realises',
  'plai',
  'plus',
  'pls',
  'objectif_plai',
  'objectif_pls',
]);

const estDUneAnnee = (e: EntetePlacee): boolean =>
  !e.manuelle && e.annees.length === 1 && e.tranche === null && !porteUneDate(e.texte);

/** « Objectif CMS » en 2026, 2027, 2028 et au total : le total. Sans total, aucune de ces années n'est l'objectif de la période. */
function totauxDesAnnees(entetes: readonly EntetePlacee[]): readonly EntetePlacee[] {
  const decoupees = new Map<Colonne, EntetePlacee[]>();
  for (const e of entetes) {
    if (!e.colonne || !REPARTIS.has(e.colonne) || !estDUneAnnee(e)) continue;
    const suite = decoupees.get(e.colonne);
    if (suite) suite.push(e);
    else decoupees.set(e.colonne, [e]);
  }
  if (decoupees.size === 0) return entetes;
  const sorts = new Map<EntetePlacee, EntetePlacee>();
  for (const [colonne, annees] of decoupees) {
    const suivies =
      annees.length > 1 && annees.every((e, i) => i === 0 || e.annees[0] === annees[i - 1]!.annees[0]! + 1);
    if (!suivies) continue;
    const aUnTotal = entetes.some((e) => e.colonne === colonne && !estDUneAnnee(e));
    for (const e of annees) sorts.set(e, neNommantRien(e, aUnTotal ? SANS_EFFET : NON_COMPRISE));
  }
  return entetes.map((e) => sorts.get(e) ?? e);
}

/**
 * Un objectif qui ne dit pas s'il est de la loi ou du contrat. À côté de réalisations des mêmes années, ou seul dans un tableau sans
 * contrat ni réalisations, c'est celui qui est notifié ; « de rattrapage » et « obligation », mots de la loi, le sont aussi à côté
 * d'un contrat. Sans années, à côté d'un parc, rien ne dit que l'objectif et les réalisations sont de la même période.
 */
function objectifsNus(entetes: readonly EntetePlacee[]): EntetePlacee[] {
  const a = (colonne: Colonne) => entetes.some((e) => e.colonne === colonne);
  if (a('objectif_reference')) return [...entetes];
  const nus = new Map(entetes.map((e) => [e, e.colonne === null && !e.manuelle ? objectifNu(e.texte) : null]));
  const realises = entetes.filter((e) => e.colonne === 'realises');
  const estRealise = ({ tranche }: EntetePlacee) => realises.some((r) => r.tranche === tranche);
  const bilanDate = entetes.some((e) => nus.get(e) && e.tranche !== null && estRealise(e));
  const parc = a('residences_principales') || a('logements_sociaux');
  const contrat = a('objectif_contrat');
  const sansContrat = !contrat && !a('accord_commune') && !a('periodes_consecutives_abaissees');
  return entetes.map((e) => {
    const nu = nus.get(e);
    const duBilan = !contrat && estRealise(e) && (e.tranche !== null || !parc || bilanDate);
    const seul = realises.length === 0 && (nu === 'de droit' || (nu === 'precis' && sansContrat));
    return nu && (duBilan || seul) ? nommant(e, 'objectif_reference') : e;
  });
}

const D_UN_BILAN: ReadonlySet<Colonne> = new Set<Colonne>([
  'taux_realisation',
  'respect_objectif',
  'carence_envisagee',
  'majoration_envisagee',
]);
const AVIS = decouper('avis')[0]!;

/** Dans un bilan, l'avis d'une commission porte sur la carence, non sur un contrat. */
function sansAvis(entetes: EntetePlacee[]): EntetePlacee[] {
  const colonnes = new Set(entetes.map((e) => e.colonne));
  const bilan = colonnes.has('realises') && [...D_UN_BILAN].some((c) => colonnes.has(c));
  if (!bilan || colonnes.has('accord_commune')) return entetes;
  return entetes.map((e) => (e.sensible && motsDe(e.texte).has(AVIS) ? neNommantRien(e, SANS_EFFET) : e));
}

const DE_BILAN: ReadonlySet<Colonne> = new Set<Colonne>([
  'commune',
  'code_insee',
  'epci',
  'departement',
  'objectif_reference',
  'realises',
  'taux_realisation',
  'respect_objectif',
]);

/** Rien d'autre que l'objectif et les réalisations d'une période datée. */
export const estUnBilanSeul = (entetes: readonly EntetePlacee[]): boolean =>
  entetes.some((e) => e.colonne === 'realises' && e.tranche !== null) &&
  entetes.every((e) => e.colonne === null || DE_BILAN.has(e.colonne));

/** Des nombres y seraient comptés : un en-tête de nombre ou d'accord laissé de côté n'est pas sans conséquence. */
export const delaisser = (entete: EntetePlacee): EntetePlacee => {
  if (entete.colonne === null) return entete;
  const compte = entete.colonne === 'accord_commune' || estNombre(entete.colonne);
  return neNommantRien(entete, compte ? NON_COMPRISE : SANS_EFFET);
};
