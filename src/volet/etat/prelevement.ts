import type { Droit } from '../../droit';
import { comparer, somme, ZERO, type Euros, type Rapport } from '../../nombres';
import {
  estRefus,
  exonerationDuPrelevement,
  phraseDuRefus,
  prelevement,
  prelevementMajore,
  type Calcul,
  type Prelevement,
  type Ternaire,
} from '../../regles';
import {
  dresserBilan,
  lue,
  NOMS,
  nommer,
  type Colonne,
  type Ligne,
  type LigneEvaluee,
  type Tableau,
} from '../../tableau';
import { porteUnBilan } from './bilan-triennal';
import { lignesDe, retrouver } from './classeur-entier';
import type { TableauControle } from './controles';

/** Le sort d'une commune devant l'exonération, et ses raisons. */
export interface Sort {
  readonly exoneree: Ternaire;
  readonly raisons: readonly string[];
}

export interface Majoration {
  /** La carence est écrite dans le tableau ; sinon, ce n'est que ce qu'elle emporterait. */
  readonly prononcee: boolean;
  readonly calcul: Calcul | null;
  /** Le même, si le potentiel fiscal relève le plafond ; `null` s'il n'y change rien. */
  readonly siPotentielEleve: Calcul | null;
  /** Le potentiel fiscal qui le relève, en pour cent de la médiane. */
  readonly potentielEleve: number;
}

export interface FicheDePrelevement {
  readonly ligne: Ligne;
  readonly manque: readonly string[];
  readonly prelevement: Prelevement | null;
  readonly sort: Sort | null;
  readonly majoration: Majoration | null;
}

const DES_COMPTES = ['potentiel_fiscal_habitant', 'depenses_fonctionnement'] as const;
const DU_PARC = ['residences_principales', 'logements_sociaux', 'taux_cible'] as const;
const NECESSAIRES = [...DU_PARC, ...DES_COMPTES] as const;

const a = ({ colonnes, ambigues }: Tableau, colonne: Colonne): boolean =>
  colonnes.has(colonne) || ambigues.has(colonne);

/** Un tableau qui porte au moins une colonne des comptes de la commune. */
export const portePrelevement = ({ tableau }: TableauControle): boolean => DES_COMPTES.some((c) => a(tableau, c));

/** Les colonnes qui manquent au tableau entier. */
export const colonnesAbsentes = ({ tableau }: TableauControle): readonly string[] =>
  NECESSAIRES.filter((c) => !tableau.colonnes.has(c)).map((c) => nommer(c, tableau));

/** Le prélèvement de chaque commune (L. 302-7) ; la majoration, d'après les bilans du classeur (L. 302-9-1). */
export function fichesDePrelevement(
  trouve: TableauControle,
  tableaux: readonly TableauControle[],
): readonly FicheDePrelevement[] {
  const { droit } = trouve.contexte;
  const bilans = retrouver(tableaux.filter(porteUnBilan), droit);
  return lignesDe(trouve, droit).map((evaluee) => {
    const { ligne, situation } = evaluee;
    const [potentiel, depenses] = DES_COMPTES.map((c) => lue(ligne, c)?.valeur);
    const manque = manqueA(evaluee, trouve.tableau);
    const vide = { ligne, manque, prelevement: null, sort: null, majoration: null };
    if (!situation || !potentiel || !depenses) return vide;
    const comptes = { potentielFiscalHabitant: potentiel, depensesFonctionnement: depenses };
    const du = prelevement(situation, { ...comptes, depensesDeductibles: ZERO, report: ZERO }, droit);
    if (estRefus(du)) return { ...vide, manque: [phraseDuRefus(du)] };
    const taux = bilans(ligne).map((p) => dresserBilan(p.evaluee.ligne, droit).bilan?.majoration ?? null);
    return {
      ligne,
      manque,
      prelevement: du,
      sort: du.valeur.numerateur > 0 ? sortDe(evaluee, droit) : null,
      majoration: majorer(ligne, du, depenses, taux, droit),
    };
  });
}

/** Une commune qui doit quelque chose : ni exonérée, ni dite non soumise. */
export const estPrelevee = ({ sort, ligne, prelevement: du }: FicheDePrelevement): boolean =>
  du !== null && du.valeur.numerateur > 0 && sort?.exoneree !== true && !estDiteNonSoumise(ligne);

/** La somme des prélèvements nets des communes prélevées. */
export const totalDu = (fiches: readonly FicheDePrelevement[]): Euros =>
  fiches.filter(estPrelevee).reduce((total, f) => somme(total, f.prelevement!.valeur), ZERO);

export const estDiteNonSoumise = ({ soumisePrelevement: s }: Ligne): boolean => s.etat === 'lue' && !s.valeur;

function manqueA({ ligne, situation }: LigneEvaluee, tableau: Tableau): readonly string[] {
  const presentes = NECESSAIRES.filter((c) => tableau.colonnes.has(c));
  const illisibles = presentes.flatMap((colonne) => {
    const lecture = ligne.nombres[colonne];
    if (lecture?.etat === 'lue') return [];
    const raison = lecture?.etat === 'invalide' ? `« ${lecture.texte} » ne se lit pas` : 'valeur absente';
    return [`${NOMS[colonne]} (${ligne.cellule(colonne)}, ${raison})`];
  });
  const incoherent = !situation && illisibles.length === 0 && DU_PARC.every((c) => tableau.colonnes.has(c));
  return incoherent ? ['des logements sociaux qui ne dépassent pas les résidences principales'] : illisibles;
}

function sortDe({ situation, intervalle, rang }: LigneEvaluee, droit: Droit): Sort | null {
  if (!situation || !intervalle) return null;
  const beneficiaire = { dsu: null, dsrCible: null, anneesDepuisEntree: null };
  const examen = exonerationDuPrelevement(intervalle, situation.tauxCible, beneficiaire, droit);
  if (estRefus(examen)) return { exoneree: null, raisons: [phraseDuRefus(examen)] };
  const [seuil, annees] = [
    droit.prelevement!.regle.exoneration.tauxExcede[situation.tauxCible],
    anneesDExoneration(droit),
  ];
  const raisons = [
    ...(examen.remplie === null
      ? [`son taux excède ${seuil} % : exonérée si elle reçoit la DSU ou la troisième fraction de la DSR`]
      : []),
    ...(rang < 3 ? [`commune entrante : exonérée ses ${annees} premières années`] : []),
  ];
  if (raisons.length > 0) return { exoneree: null, raisons };
  return { exoneree: false, raisons: [`son taux n’excède pas ${seuil} %`] };
}

const anneesDExoneration = (droit: Droit): number => droit.prelevement!.regle.exoneration.annees;

function majorer(
  ligne: Ligne,
  du: Prelevement,
  depenses: Euros,
  bilans: readonly (Rapport | null)[],
  droit: Droit,
): Majoration | null {
  const { carencee } = ligne.drapeaux;
  const dite = carencee?.etat === 'lue' ? carencee.valeur : null;
  if (dite === false || du.valeur.numerateur === 0 || !droit.majoration) return null;
  const { potentielEleve } = droit.majoration.regle;
  const taux = bilans.length === 1 ? bilans[0] : null;
  const calculer = (eleve: boolean) => {
    const calcul = taux ? prelevementMajore(du.valeur, taux, depenses, eleve, droit) : null;
    return calcul && estRefus(calcul) ? null : calcul;
  };
  const [calcul, eleve] = [calculer(false), calculer(true)];
  if (!calcul && dite === null) return null;
  const change = calcul && eleve && comparer(calcul.valeur, eleve.valeur) !== 0;
  return { prononcee: dite === true, calcul, siPotentielEleve: change ? eleve : null, potentielEleve };
}
