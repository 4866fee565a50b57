import { comparerDates, dateCivile, type DateCivile } from '../../nombres';
import { anneeDeBase, ECHEANCES, ecrirePeriode, periodeDe, type Echeance, type Periode } from '../../droit';
import type { Refus } from '../refus';

export interface EcheanceDatee extends Pick<Echeance, 'avant' | 'objet' | 'reference' | 'certitude'> {
  readonly date: DateCivile;
}

const DERNIERE_ANNEE = 2100;
const PREMIERE_ANNEE = 2023;

/**
 * Les échéances d'une année, dans l'ordre, avec celles de la période triennale quand elle commence ou finit.
 * @example calendrierSru(2026) // commence une période : objectifs calculés sur le 1er janvier 2025
 * @example calendrierSru(2022) // refus : les règles datées commencent en 2023
 */
export function calendrierSru(annee: number): readonly EcheanceDatee[] | Refus {
  if (!Number.isInteger(annee) || annee < PREMIERE_ANNEE || annee > DERNIERE_ANNEE) {
    const attendu = `une année de ${PREMIERE_ANNEE} à ${DERNIERE_ANNEE}`;
    return { refus: 'VALEUR', grandeur: 'annee', recu: String(annee).replace('.', ','), attendu };
  }
  const periode = periodeDe(annee);
  return ECHEANCES.filter(({ annee: quand }) => !quand || quand === placeDe(annee, periode))
    .map(({ mois, jour, avant, objet, reference, certitude, annee: quand }) => ({
      date: dateCivile(annee, mois, jour)!,
      avant,
      objet: quand ? `${objet} (${precision(quand, periode)})` : objet,
      reference,
      certitude,
    }))
    .sort((a, b) => comparerDates(a.date, b.date));
}

const placeDe = (annee: number, { debut }: Periode) =>
  annee === debut ? 'premiere' : annee === debut + 2 ? 'derniere' : null;

const precision = (quand: 'premiere' | 'derniere', periode: Periode): string =>
  quand === 'premiere'
    ? `période ${ecrirePeriode(periode)}, situation au 1er janvier ${anneeDeBase(periode)}`
    : `période ${ecrirePeriode(periode)} ; la suivante commence le 1er janvier ${periode.debut + 3}`;
