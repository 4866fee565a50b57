import type { Droit } from '../droit';
import { comparer, ZERO, type Euros, type Rapport } from '../nombres';
import {
  estRefus,
  exonerationDuPrelevement,
  phraseDuRefus,
  prelevement,
  prelevementMajore,
  type Calcul,
  type Prelevement,
  type Ternaire,
} from '../regles';
import { NOMS, type Colonne, type ColonneNombre } from './colonnes';
import { lue, type LigneEvaluee } from './controle/evaluation';
import { nommer } from './controle/lecture';
import type { Tableau } from './lecture/tableaux';

/** Le sort d'une commune devant l'exonération, et ses raisons. */
export interface Exoneration {
  readonly exoneree: Ternaire;
  readonly raisons: readonly string[];
}

/** Ce qu'une commune doit d'après sa ligne, avant les dépenses déductibles et le report ; ou ce qui manque pour le dire. */
export interface PrelevementDeLaCommune {
  readonly manque: readonly string[];
  readonly prelevement: Prelevement | null;
  readonly depenses: Euros | null;
  /** `null` : elle ne doit rien, ou on ne sait pas. */
  readonly sort: Exoneration | null;
}

export interface PrelevementMajore {
  readonly calcul: Calcul;
  /** Le même, si le potentiel fiscal relève le plafond ; `null` s'il n'y change rien. */
  readonly siPotentielEleve: Calcul | null;
  /** Le potentiel fiscal qui le relève, en pour cent de la médiane. */
  readonly potentielEleve: number;
}

const DES_COMPTES = ['potentiel_fiscal_habitant', 'depenses_fonctionnement'] as const;
const DU_PARC: readonly ColonneNombre[] = ['residences_principales', 'logements_sociaux', 'taux_cible'];

/** Un tableau qui porte au moins une colonne des comptes de la commune. */
export const porteDesComptes = ({ colonnes, ambigues }: Pick<Tableau, 'colonnes' | 'ambigues'>): boolean =>
  DES_COMPTES.some((c: Colonne) => colonnes.has(c) || ambigues.has(c));

/** Les colonnes qui manquent au tableau entier. */
export const colonnesDuPrelevementAbsentes = (tableau: Tableau): readonly string[] =>
  absentesDe(tableau, [...DU_PARC, ...DES_COMPTES]);

const absentesDe = (tableau: Tableau, colonnes: readonly Colonne[]): readonly string[] =>
  colonnes.filter((c) => !tableau.colonnes.has(c)).map((c) => nommer(c, tableau));

/** Une commune, dans un tableau. */
interface Source {
  readonly tableau: Tableau;
  readonly evaluee: LigneEvaluee;
}

/** Le prélèvement d'une commune (L. 302-7) : son parc, et les comptes que la même ligne, ou un autre tableau, en donne. */
export function prelevementDe(parc: Source, droit: Droit, comptes: Source = parc): PrelevementDeLaCommune {
  const { situation } = parc.evaluee;
  const [potentiel, depenses] = DES_COMPTES.map((c) => lue(comptes.evaluee.ligne, c)?.valeur);
  const vide = { prelevement: null, depenses: null, sort: null };
  if (!situation || !potentiel || !depenses)
    return { ...vide, manque: [...manqueA(parc, DU_PARC), ...manqueA(comptes, DES_COMPTES)] };
  const connus = { potentielFiscalHabitant: potentiel, depensesFonctionnement: depenses };
  const du = prelevement(situation, { ...connus, depensesDeductibles: ZERO, report: ZERO }, droit);
  if (estRefus(du)) return { ...vide, manque: [phraseDuRefus(du)] };
  const sort = du.valeur.numerateur > 0 ? exonerationDe(parc.evaluee, droit) : null;
  return { manque: [], prelevement: du, depenses, sort };
}

/** Le prélèvement majoré d'un taux (L. 302-9-1) ; `null` : rien n'est dû, ou la période n'en a pas de règle connue. */
export function majorer(
  { prelevement: du, depenses }: PrelevementDeLaCommune,
  taux: Rapport,
  droit: Droit,
): PrelevementMajore | null {
  if (!du || !depenses || du.valeur.numerateur === 0 || !droit.majoration) return null;
  const [calcul, eleve] = [false, true].map((potentielEleve) =>
    prelevementMajore(du.valeur, taux, depenses, potentielEleve, droit),
  );
  if (!calcul || !eleve || estRefus(calcul) || estRefus(eleve)) return null;
  const change = comparer(calcul.valeur, eleve.valeur) !== 0;
  const { potentielEleve } = droit.majoration.regle;
  return { calcul, siPotentielEleve: change ? eleve : null, potentielEleve };
}

function manqueA(
  { evaluee: { ligne, situation }, tableau }: Source,
  colonnes: readonly ColonneNombre[],
): readonly string[] {
  const illisibles = colonnes
    .filter((c) => tableau.colonnes.has(c))
    .flatMap((colonne) => {
      const lecture = ligne.nombres[colonne];
      if (lecture?.etat === 'lue') return [];
      const raison = lecture?.etat === 'invalide' ? `« ${lecture.texte} » ne se lit pas` : 'valeur absente';
      return [`${NOMS[colonne]} (${ligne.cellule(colonne)}, ${raison})`];
    });
  const absentes = absentesDe(tableau, colonnes);
  const incoherent = !situation && colonnes === DU_PARC && illisibles.length + absentes.length === 0;
  return incoherent
    ? ['des logements sociaux qui ne dépassent pas les résidences principales']
    : [...absentes, ...illisibles];
}

function exonerationDe({ situation, intervalle, rang }: LigneEvaluee, droit: Droit): Exoneration | null {
  if (!situation || !intervalle) return null;
  const beneficiaire = { dsu: null, dsrCible: null, anneesDepuisEntree: null };
  const examen = exonerationDuPrelevement(intervalle, situation.tauxCible, beneficiaire, droit);
  if (estRefus(examen)) return { exoneree: null, raisons: [phraseDuRefus(examen)] };
  const { tauxExcede, annees } = droit.prelevement!.regle.exoneration;
  const seuil = tauxExcede[situation.tauxCible];
  const raisons = [
    ...(examen.remplie === null
      ? [`son taux excède ${seuil} % : exonérée si elle reçoit la DSU ou la troisième fraction de la DSR`]
      : []),
    ...(rang < 3 ? [`commune entrante : exonérée ses ${annees} premières années`] : []),
  ];
  if (raisons.length > 0) return { exoneree: null, raisons };
  return { exoneree: false, raisons: [`son taux n’excède pas ${seuil} %`] };
}
