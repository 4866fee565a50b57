import { somme, ZERO, type Euros } from '../../nombres';
import {
  bilanDuControle,
  colonnesDuPrelevementAbsentes,
  lignesEvaluees,
  majorer,
  porteDesComptes,
  prelevementDe,
  retrouver,
  type Ligne,
  type PrelevementDeLaCommune,
  type PrelevementMajore,
} from '../../tableau';
import { controleDe, type TableauControle } from './controles';

export interface Majoration {
  /** La carence est écrite dans le tableau ; sinon, ce n'est que ce qu'elle emporterait. */
  readonly prononcee: boolean;
  readonly montant: PrelevementMajore | null;
}

export interface FicheDePrelevement extends PrelevementDeLaCommune {
  readonly ligne: Ligne;
  readonly majoration: Majoration | null;
}

export const portePrelevement = ({ tableau }: TableauControle): boolean => porteDesComptes(tableau);

/** Les colonnes qui manquent au tableau entier. */
export const colonnesAbsentes = ({ tableau }: TableauControle): readonly string[] =>
  colonnesDuPrelevementAbsentes(tableau);

/** Le prélèvement de chaque commune (L. 302-7) ; la majoration, d'après les bilans du classeur (L. 302-9-1). */
export function fichesDePrelevement(
  trouve: TableauControle,
  tableaux: readonly TableauControle[],
): readonly FicheDePrelevement[] {
  const controle = controleDe(trouve);
  if (!controle) return [];
  const { droit } = trouve.contexte;
  const bilans = tableaux.flatMap((t) => bilanDuControle(controleDe(t)) ?? []);
  const auBilan = retrouver(bilans, droit);
  const planchers = new Map(bilans.flatMap((b) => b.communes.map((c) => [c.ligne, c.bilan?.majoration ?? null])));
  return lignesEvaluees(controle, droit).map((evaluee): FicheDePrelevement => {
    const { ligne } = evaluee;
    const du = prelevementDe({ evaluee, tableau: trouve.tableau }, droit);
    const taux = auBilan(ligne).map((place) => planchers.get(place.evaluee.ligne) ?? null);
    const montant = taux.length === 1 && taux[0] ? majorer(du, taux[0], droit) : null;
    return { ...du, ligne, majoration: droit.majoration ? majorationDe(ligne, du, montant) : null };
  });
}

function majorationDe(
  { drapeaux: { carencee } }: Ligne,
  { prelevement }: PrelevementDeLaCommune,
  montant: PrelevementMajore | null,
): Majoration | null {
  const dite = carencee?.etat === 'lue' ? carencee.valeur : null;
  if (dite === false || !prelevement || prelevement.valeur.numerateur === 0) return null;
  return montant || dite ? { prononcee: dite === true, montant } : null;
}

/** Une commune qui doit quelque chose : ni exonérée, ni dite non soumise. */
export const estPrelevee = ({ sort, ligne, prelevement: du }: FicheDePrelevement): boolean =>
  du !== null && du.valeur.numerateur > 0 && sort?.exoneree !== true && !estDiteNonSoumise(ligne);

/** La somme des prélèvements nets des communes prélevées. */
export const totalDu = (fiches: readonly FicheDePrelevement[]): Euros =>
  fiches.filter(estPrelevee).reduce((total, f) => somme(total, f.prelevement!.valeur), ZERO);

export const estDiteNonSoumise = ({ soumisePrelevement: s }: Ligne): boolean => s.etat === 'lue' && !s.valeur;
