import { arrondir, ecrire, fraction } from '../../nombres';
import type { Droit } from '../../droit';
import { toutes, type Condition, type Examen, type Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';
import { partDe } from '../sru/objectif';

export interface Operation {
  /** Logements en PLUS de l'opération. */
  readonly logements: number;
  /** Attribués à des ménages à 60 % du plafond PLUS au plus, puis à des ménages qui le dépassent ; `null` si inconnus. */
  readonly modestes: number | null;
  readonly aises: number | null;
  /** Prêt sans subvention du fonds national des aides à la pierre : la part des ménages aisés se négocie. */
  readonly sansSubvention: Ternaire;
  /** En quartier prioritaire de la politique de la ville ; `null` : non précisé. */
  readonly qpv: Ternaire;
}

export interface ClauseMixite {
  readonly minimumModestes: number;
  readonly maximumAises: number;
  readonly examen: Examen;
  /** Ce que la circulaire demande en outre, selon le quartier : jamais un blocage. */
  readonly alertes: readonly string[];
}

/**
 * Clause de mixité sociale d'une opération en PLUS et ses arrondis (D. 331-12) : au moins 30 % des logements à des ménages à 60 % du plafond au plus,
 * au plus 10 % à ceux qui le dépassent de 20 % au plus. Sous 10 logements, arrondi au plus proche ; à partir de 10, minimum au
 * supérieur et maximum à l'inférieur ; pour un seul logement, pas de minimum. Refuse plus de ménages que de logements.
 * @example 1 logement → 0 et 0 ; 4 → 1 (1,2) et 0 (0,4) ; 5 → 2 (1,5) et 1 (0,5) ; 9 → 3 (2,7) et 1 (0,9)
 * @example 10 → 3 et 1 ; 11 → 4 (3,3) et 1 (1,1) ; 19 → 6 (5,7) et 1 (1,9)
 */
export function clauseMixite(o: Operation, droit: Droit): ClauseMixite | Refus {
  if (!droit.clauseMixite) return regleInconnue('Clause de mixité sociale', droit);
  const menages = [
    { nom: 'modestes', nombre: o.modestes },
    { nom: 'aises', nombre: o.aises },
  ].filter(({ nombre }) => nombre !== null);
  if (menages.reduce((total, { nombre }) => total + nombre!, 0) > o.logements) {
    return {
      refus: 'VALEUR',
      grandeur: menages.map(({ nom }) => nom).join(' et '),
      recu: `${menages.map(({ nombre }) => ecrire(nombre!)).join(' + ')} ménages`,
      attendu: `au plus ${ecrire(o.logements)}, le nombre de logements de l’opération`,
    };
  }
  const { regle, reference, certitude } = droit.clauseMixite;
  const petite = o.logements < regle.arrondiProcheSous;
  const total = fraction(o.logements);
  const minimumModestes =
    o.logements <= regle.sansObjetJusqua ? 0 : arrondir(partDe(total, regle.modestes), petite ? 'PROCHE' : 'SUPERIEUR');
  const maximumAises = arrondir(partDe(total, regle.aises), petite ? 'PROCHE' : 'INFERIEUR');
  const condition = (remplie: Ternaire, phrase: string): Condition => ({ remplie, phrase, reference, certitude });
  const excessif = o.aises !== null && o.aises > maximumAises;
  const negocie = `au-delà de ${ecrire(maximumAises)}, la convention doit le prévoir, jusqu’au plafond PLS (+${regle.depassementSansSubvention} %)`;
  return {
    minimumModestes,
    maximumAises,
    examen: toutes([
      condition(
        o.modestes === null ? null : o.modestes >= minimumModestes,
        o.modestes === null
          ? 'préciser modestes'
          : `${ecrire(o.modestes)} à des ménages dont les ressources n’excèdent pas ${regle.modestesRessources} % du plafond, ${ecrire(minimumModestes)} au moins`,
      ),
      condition(
        o.aises === null ? null : !excessif ? true : o.sansSubvention === false ? false : null,
        o.aises === null
          ? 'préciser aises'
          : !excessif || o.sansSubvention === false
            ? `${ecrire(o.aises)} à des ménages dont les ressources dépassent le plafond (+${regle.aisesDepassement} % au plus, loyer majoré de ${regle.majorationLoyer} %), ${ecrire(maximumAises)} au plus`
            : `${ecrire(o.aises)} à des ménages dont les ressources dépassent le plafond : ${o.sansSubvention ? negocie : `${ecrire(maximumAises)} au plus, sauf prêt sans subvention : préciser sans_subvention`}`,
      ),
    ]),
    alertes: alertesDeLaCirculaire(o, excessif, droit),
  };
}

/** Circulaire du 18 décembre 2023 : la clause en QPV, la part de PLAI ailleurs. */
function alertesDeLaCirculaire({ qpv }: Operation, negocie: boolean, { clauseMixite, typologie }: Droit): string[] {
  if (qpv === null) return [];
  const { aises } = clauseMixite!.regle;
  if (qpv) return [`en QPV, aucune convention APL sans la clause des ${aises} % au-dessus du plafond`];
  const plai = typologie?.regle.plaiMinimum;
  return [
    ...(negocie ? [`hors QPV, la négociation au-delà de ${aises} % n’a pas à servir`] : []),
    ...(plai ? [`hors QPV, part de PLAI significativement supérieure à ${plai} %`] : []),
  ];
}
