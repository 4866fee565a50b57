import { comparer, ecrire, ecrireDuBonCote, fraction, ZERO, type Fraction } from '../../nombres';
import type { Datee, Droit, RegleExemption, RegleTension } from '../../droit';
import { et, uneSuffit, type Condition, type Examen, type Ternaire } from '../examen';
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
 * @example tension 1,5 en 2020-2022 → par décret : seul le décret de cette période est connu
 * @example 60 % inconstructible en 2029-2031 → de droit : seul le décret manque
 */
export function exemptions(c: CommuneAExempter, droit: Droit): Exemptions | Refus {
  const { exemption, exemptionTension } = droit;
  if (!exemption && !exemptionTension) return regleInconnue('Exemptions', droit);
  return {
    deDroit: uneSuffit([exemption ? inconstructible(c, exemption) : inconnue('part inconstructible', droit)]),
    parDecret: uneSuffit([
      exemption ? isolement(c, exemption) : inconnue('communes isolées', droit),
      exemptionTension ? faibleTension(c, exemptionTension) : inconnue('tension', droit),
    ]),
  };
}

const dire = (valeur: Ternaire, inconnu: string, connu: string): string =>
  valeur === null ? `préciser ${inconnu}` : connu;

function inconstructible(
  { inconstructibilite: part }: CommuneAExempter,
  { regle, reference, certitude }: Datee<RegleExemption>,
): Condition {
  const seuil = fraction(regle.inconstructibilite);
  const remplie = part && comparer(part, seuil) > 0;
  const connu = `${ecrireDuBonCote(part ?? ZERO, seuil)} % du territoire urbanisé inconstructible, plus de ${regle.inconstructibilite} % exigés`;
  return { remplie, phrase: dire(remplie, 'inconstructibilite', connu), reference, certitude };
}

function isolement(
  { horsAgglomeration, isolee }: CommuneAExempter,
  { regle, reference, certitude }: Datee<RegleExemption>,
): Condition {
  const inconnues = [horsAgglomeration === null && 'hors_agglomeration', isolee === null && 'isolee'].filter(Boolean);
  const remplie = et(horsAgglomeration, isolee);
  const connu = `${remplie ? '' : 'pas à la fois '}hors d’une agglomération de plus de ${ecrire(regle.agglomerationDePlusDe)} habitants et isolée`;
  return { remplie, phrase: dire(remplie, inconnues.join(' et '), connu), reference, certitude };
}

function faibleTension(
  { tension }: CommuneAExempter,
  { regle: { tension: seuil }, reference, certitude }: Datee<RegleTension>,
): Condition {
  const remplie = tension && comparer(tension, seuil) < 0;
  const connu = `tension de ${ecrireDuBonCote(tension ?? ZERO, seuil)}, moins de ${ecrire(seuil)} exigé`;
  return { remplie, phrase: dire(remplie, 'tension', connu), reference, certitude };
}

/** Une condition dont la période n'a pas de règle connue ne s'affirme ni ne se nie. */
const inconnue = (quoi: string, { libelle }: Droit): Condition => ({
  remplie: null,
  phrase: `${quoi} : aucune règle connue pour la ${libelle}`,
  reference: 'L302-5-III',
  certitude: 'texte',
});
