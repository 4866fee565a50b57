import type { Droit } from '../../droit';
import { entierLu, type Contrat, type LigneEvaluee } from '../../tableau';
import { plancherDe } from '../presentation';
import { superieur } from './cadre';

/** Ce qui fonde un abaissement, et jusqu'où il va. */
export function raisonDeLAbaissement(l: LigneEvaluee, contrat: Contrat, droit: Droit): string {
  if (contrat === 'aucun') return 'Aucun contrat ne permet d’abaisser l’objectif';
  const plancher = `plancher ${superieur(plancherDe(l, contrat, droit))}`;
  if (l.rang < 3) return `Commune entrante : ${plancher}, sa référence`;
  if (contrat === 'cims') {
    const { partDeLaReference, periodesConsecutives } = droit.mutualisation!.regle;
    return `Logements portés par les communes relevées ; ${plancher} (${partDeLaReference} % de la référence) ; ${periodes(l, periodesConsecutives)}`;
  }
  const { planchers, periodesConsecutives } = droit.abaissement!.regle;
  const palier = l.rattrapage?.palier;
  const part = palier ? ` (${planchers[palier]} % des manquants, écart de ${palier})`.replace('de de', 'de') : '';
  return `Contrat demandé par la commune ; ${plancher}${part} ; ${periodes(l, periodesConsecutives)}`;
}

function periodes({ ligne }: LigneEvaluee, maximum: number): string {
  const rang = entierLu(ligne, 'periodes_consecutives_abaissees');
  return rang
    ? `${rang === 1 ? '1re' : `${rang}e`} période consécutive (${maximum} au plus)`
    : 'nombre de périodes à confirmer';
}

/** Ce que le tableau dit de l'accord d'une commune relevée. */
export function accordDe({ ligne: { accord } }: LigneEvaluee): string {
  if (accord.etat === 'lue') return accord.valeur ? 'donné' : 'refusé ou non donné';
  return accord.etat === 'inconnue' ? `« ${accord.texte} », à recueillir` : 'à recueillir';
}
