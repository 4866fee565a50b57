import type { Droit } from '../../droit';
import { sensDe } from '../../regles';
import { entierLu, plancherDe, type ControleObjectifs, type LigneEvaluee } from '../../tableau';
import { estDeficitaire, superieur } from './cadre';

/** Ce que la raison d'un abaissement tient du tableau entier. */
export interface Ensemble {
  readonly controle: ControleObjectifs;
  readonly droit: Droit;
  /** Une commune est relevée : elle porte des logements des autres. */
  readonly portes: boolean;
}

/** Ce qui fonde un abaissement, et jusqu'où il va. */
export function raisonDeLAbaissement(l: LigneEvaluee, { controle: { contrat }, droit, portes }: Ensemble): string {
  if (contrat === 'aucun') return 'Aucun contrat ne permet d’abaisser l’objectif';
  const plancher = `plancher ${superieur(plancherDe(l, contrat, droit))}`;
  if (l.rang < 3) return `Commune entrante : ${plancher}, sa référence`;
  if (contrat === 'cims') {
    const { partDeLaReference, periodesConsecutives } = droit.mutualisation!.regle;
    const porteurs = portes
      ? 'Logements portés par les communes dont l’objectif est relevé'
      : 'Aucune commune n’est relevée pour porter ces logements';
    return `${porteurs} ; ${plancher} (${partDeLaReference} % de la référence) ; ${periodes(l, periodesConsecutives)}`;
  }
  const { periodesConsecutives } = droit.abaissement!.regle;
  const palier = l.rattrapage?.palier;
  const part = palier?.planchers
    ? ` (${palier.planchers.abaissement} % des manquants, écart ${ecartDe(palier.libelle!)})`
    : '';
  return `Demande de la commune à confirmer ; ${plancher}${part} ; ${periodes(l, periodesConsecutives)}`;
}

const ecartDe = (libelle: string): string => (libelle.startsWith('de ') ? libelle : `de ${libelle}`);

function periodes({ ligne }: LigneEvaluee, maximum: number): string {
  const rang = entierLu(ligne, 'periodes_consecutives_abaissees');
  return rang
    ? `${rang === 1 ? '1re' : `${rang}e`} période consécutive (${maximum} au plus)`
    : 'nombre de périodes à confirmer';
}

const vers =
  (sens: 'abaissé' | 'relevé') =>
  (l: LigneEvaluee): boolean =>
    estDeficitaire(l) && l.reference !== null && l.contrat !== null && sensDe(l.contrat, l.reference) === sens;

export const estRelevee = vers('relevé');
export const estAbaissee = vers('abaissé');

/** Ce que le tableau dit de l'accord d'une commune dont l'objectif est relevé. */
export function accordDe({ ligne: { accord } }: LigneEvaluee): string {
  if (accord.etat === 'lue') return accord.valeur ? 'donné' : 'refusé ou non donné';
  return accord.etat === 'inconnue' ? `« ${accord.texte} », à recueillir` : 'à recueillir';
}
