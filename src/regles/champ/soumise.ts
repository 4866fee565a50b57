import { comparer, ecrire, fraction } from '../../nombres';
import { CIBLES, type Droit, type RegleChamp, type TauxCible } from '../../droit';
import { et, toutes, type Condition, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';
import { ecrireTaux, ecrireTauxEtBornes, type IntervalleDeTaux } from '../sru/rattrapage';

export interface CommuneAuChamp {
  /** Population municipale. */
  readonly population: number;
  readonly uniteUrbaineDeParis: Ternaire;
  /** Agglomération ou EPCI à fiscalité propre de plus de 50 000 habitants. */
  readonly grandeAgglomeration: Ternaire;
  /** Une commune de plus de 15 000 habitants dans cette agglomération ou cet EPCI. */
  readonly communeCentre: Ternaire;
}

/**
 * Soumission d'une commune à l'article 55 (L. 302-5) : population, agglomération, taux inférieur au taux cible.
 * @param taux connu à son arrondi près
 * @example 3 500 habitants, agglomération et commune centre, 14,6 % pour 20 → soumise ; 3 499 → non
 * @example 1 500 habitants dans l'unité urbaine de Paris → soumise ; 2 000 habitants, unité inconnue → indéterminé
 * @example 16 000 habitants hors d'une telle agglomération, 19 % → indéterminé : commune isolée, soumise à 20 % si elle croît de 5 % en
 * cinq ans ; 21 % pour 25 → non : une commune isolée se juge à 20 %
 */
export function soumission(
  c: CommuneAuChamp,
  taux: IntervalleDeTaux,
  tauxCible: TauxCible,
  droit: Droit,
): Examen | Refus {
  if (!droit.champ) return regleInconnue('Champ de l’article 55', droit);
  const { regle, reference, certitude } = droit.champ;
  const condition = (remplie: Ternaire, phrase: string): Condition => ({ remplie, phrase, reference, certitude });
  const isolee = estIsolee(c, regle);
  const cible = isolee ? CIBLES[0] : tauxCible;
  const seuil = fraction(cible);
  const commune = isolee ? ' (commune isolée)' : '';
  const deficitaire = comparer(taux.haut, seuil) < 0 ? true : comparer(taux.bas, seuil) >= 0 ? false : null;
  return toutes([
    condition(assezPeuplee(c, regle), phrasePopulation(c, regle)),
    condition(bienSituee(c, regle), phraseAgglomeration(c, regle)),
    condition(
      deficitaire,
      deficitaire === null
        ? `taux de ${ecrireTauxEtBornes(taux, cible)}, pour un taux cible de ${cible} %${commune} : en donner plus de décimales`
        : `taux de ${ecrireTaux(taux, cible)} %, taux cible de ${cible} %${commune} ${deficitaire ? 'non atteint' : 'atteint'}`,
    ),
  ]);
}

function assezPeuplee({ population, uniteUrbaineDeParis }: CommuneAuChamp, regle: RegleChamp): Ternaire {
  if (population >= regle.population) return true;
  return population < regle.populationUniteUrbaineDeParis ? false : uniteUrbaineDeParis;
}

function phrasePopulation({ population, uniteUrbaineDeParis }: CommuneAuChamp, regle: RegleChamp): string {
  const dansParis = uniteUrbaineDeParis === true;
  const seuil = dansParis ? regle.populationUniteUrbaineDeParis : regle.population;
  const lieu = dansParis ? ' dans l’unité urbaine de Paris' : '';
  const reste =
    uniteUrbaineDeParis === null && population < regle.population
      ? ` ; ${ecrire(regle.populationUniteUrbaineDeParis)} dans l’unité urbaine de Paris : préciser unite_urbaine_paris`
      : '';
  return `population de ${ecrire(population)} (seuil : ${ecrire(seuil)}${lieu}${reste})`;
}

/** Hors d'une grande agglomération, une commune isolée et peuplée peut encore être soumise, à 20 %, selon sa croissance. */
const estIsolee = ({ population, grandeAgglomeration, communeCentre }: CommuneAuChamp, regle: RegleChamp): boolean =>
  et(grandeAgglomeration, communeCentre) === false && population > regle.isolee.dePlusDe;

const bienSituee = (c: CommuneAuChamp, regle: RegleChamp): Ternaire =>
  estIsolee(c, regle) ? null : et(c.grandeAgglomeration, c.communeCentre);

function phraseAgglomeration({ population, ...c }: CommuneAuChamp, regle: RegleChamp): string {
  const { isolee } = regle;
  const taille = `de plus de ${ecrire(regle.agglomerationDePlusDe)} habitants comprenant une commune de plus de ${ecrire(regle.communeDePlusDe)}`;
  const exigence = `agglomération ou EPCI ${taille}`;
  if (c.grandeAgglomeration && c.communeCentre) return exigence;
  if (c.grandeAgglomeration !== false && c.communeCentre !== false) {
    const inconnues = [!c.grandeAgglomeration && 'epci_plus_50000', !c.communeCentre && 'commune_plus_15000'];
    return `préciser ${inconnues.filter(Boolean).join(' et ')} : ${exigence}`;
  }
  return population > isolee.dePlusDe
    ? `commune isolée de plus de ${ecrire(isolee.dePlusDe)} habitants, soumise au taux cible de ${CIBLES[0]} % si sa population a crû d’au moins ${isolee.croissance} % en ${isolee.annees} ans et qu’un décret la liste`
    : `hors d’une agglomération ou d’un EPCI ${taille}`;
}
