import { comparer, ecrire, ecrireDuBonCote, fraction, ZERO, type Fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { et, uneSuffit, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';

export interface CommuneAExempter {
  /** Part inconstructible du territoire urbanisé, en pour cent. */
  readonly inconstructibilite: Fraction | null;
  /** Hors d'une agglomération de plus de 30 000 habitants. */
  readonly horsAgglomeration: Ternaire;
  /** Rendue peu attractive par son isolement ou ses accès. */
  readonly isolee: Ternaire;
  /** Demandes de logement social par emménagement annuel. */
  readonly tension: Fraction | null;
}

export interface Exemptions {
  readonly deDroit: Examen;
  /** Un décret peut l'exempter, sur proposition de l'EPCI ; il n'y est pas tenu. */
  readonly parDecret: Examen;
}

/**
 * Exemptions (L. 302-5, III) : de droit si plus de la moitié du territoire urbanisé est inconstructible ; par décret si la commune est
 * hors d'une agglomération de plus de 30 000 habitants et isolée, ou si la tension est inférieure à 2.
 * @example 50,1 % inconstructible → de droit ; 50 % → non
 * @example tension 1,99 → par décret ; 2 → non (seuil de source secondaire)
 */
export function exemptions(c: CommuneAExempter, droit: Droit): Exemptions | Refus {
  if (!droit.exemption || !droit.exemptionTension) return regleInconnue('Exemptions', droit);
  const { regle, reference, certitude } = droit.exemption;
  const tendue = droit.exemptionTension;
  const condition = (remplie: Ternaire, phrase: string) => ({ remplie, phrase, reference, certitude });
  const seuil = fraction(regle.inconstructibilite);
  const inconstructible = c.inconstructibilite && comparer(c.inconstructibilite, seuil) > 0;
  const peuTendue = c.tension && comparer(c.tension, tendue.regle.tension) < 0;
  const inconnues = [c.horsAgglomeration === null && 'hors_agglomeration', c.isolee === null && 'isolee'].filter(
    Boolean,
  );
  const isolee = et(c.horsAgglomeration, c.isolee);
  const dit = (valeur: Ternaire, inconnu: string, connu: string) => (valeur === null ? `préciser ${inconnu}` : connu);
  return {
    deDroit: uneSuffit([
      condition(
        inconstructible,
        dit(
          inconstructible,
          'inconstructibilite',
          `${ecrireDuBonCote(c.inconstructibilite ?? ZERO, seuil)} % du territoire urbanisé inconstructible, plus de ${regle.inconstructibilite} % exigés`,
        ),
      ),
    ]),
    parDecret: uneSuffit([
      condition(
        isolee,
        dit(
          isolee,
          inconnues.join(' et '),
          `${isolee ? '' : 'pas à la fois '}hors d’une agglomération de plus de ${ecrire(regle.agglomerationDePlusDe)} habitants et isolée`,
        ),
      ),
      {
        remplie: peuTendue,
        phrase: dit(
          peuTendue,
          'tension',
          `tension de ${ecrireDuBonCote(c.tension ?? ZERO, tendue.regle.tension)}, moins de ${ecrire(tendue.regle.tension)} exigé`,
        ),
        reference: tendue.reference,
        certitude: tendue.certitude,
      },
    ]),
  };
}
