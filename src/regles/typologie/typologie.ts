import { arrondir, comparer, ecrire, fraction, type Logements, type Points } from '../../nombres';
import type { Droit } from '../../droit';
import type { Condition, Ternaire } from '../examen';
import { regleInconnue, type Refus } from '../refus';
import { partDe } from '../sru/objectif';
import { ecrireTaux, type IntervalleDeTaux } from '../sru/rattrapage';

export interface Typologie {
  readonly plaiMinimum: Logements;
  /** Maximum de PLS ; si le taux ou le PLH manque pour choisir, le plus strict et le plus large. */
  readonly plsMaximum: { readonly strict: Logements; readonly large: Logements };
  readonly plaiSuffisant: boolean;
  /** `null` : le taux de logements sociaux ou l'existence d'un PLH manque pour conclure. */
  readonly plsAdmis: boolean | null;
}

/**
 * Parts de PLAI et de PLS des logements à produire (L. 302-8, III) : PLAI ≥ 30 %, PLS ≤ 30 % ; PLS ≤ 20 % si le taux de
 * logements sociaux est inférieur à 10 % et qu'aucun PLH ne couvre la commune.
 * @param logements logements à produire (l'objectif, ou la production : au choix de l'appelant)
 * @param taux taux de logements sociaux, en points, connu à son arrondi près ; `null` si inconnu
 * @param plh commune couverte par un PLH ; `null` si inconnu
 * @example typologie(100, 30, 30, …) // PLAI suffisant, PLS admis
 * @example typologie(100, 29, 31, …) // PLAI insuffisant, PLS excessif
 * @example typologie(100, 30, 25, 9,9 %, sans PLH) // PLS excessif : 20 au plus
 */
export function typologie(
  logements: number,
  plai: number,
  pls: number,
  taux: IntervalleDeTaux | null,
  plh: boolean | null,
  { typologie: droit }: Droit,
): Typologie | null {
  if (!droit) return null;
  const { plaiMinimum, plsMaximum, plsMaximumSansPlh, seuilTauxSansPlh } = droit.regle;
  const total = fraction(logements);
  const tauxFaible = taux && sousLeSeuil(taux, fraction(seuilTauxSansPlh));
  const large = partDe(total, plsMaximum);
  const restreint = partDe(total, plsMaximumSansPlh);
  const surementLarge = plh === true || tauxFaible === false;
  const surementRestreint = plh === false && tauxFaible === true;
  const strict = surementLarge ? large : restreint;
  const plafond = surementRestreint ? restreint : large;
  const sous = (maximum: Logements) => comparer(fraction(pls), maximum) <= 0;
  return {
    plaiMinimum: partDe(total, plaiMinimum),
    plsMaximum: { strict, large: plafond },
    plaiSuffisant: comparer(fraction(plai), partDe(total, plaiMinimum)) >= 0,
    plsAdmis: sous(strict) ? true : sous(plafond) ? null : false,
  };
}

/**
 * Les deux conditions de la typologie, chacune avec ses chiffres ; le taux est dit tel qu'il a été lu.
 * @param plai logements en PLAI ; `null` si inconnu, comme `pls`
 */
export function conditionsDeTypologie(
  logements: number,
  plai: number | null,
  pls: number | null,
  taux: IntervalleDeTaux | null,
  plh: boolean | null,
  droit: Droit,
): readonly Condition[] | Refus {
  const parts = typologie(logements, plai ?? 0, pls ?? 0, taux, plh, droit);
  if (!parts) return regleInconnue('Typologie', droit);
  const { reference, certitude, regle } = droit.typologie!;
  const { strict, large } = parts.plsMaximum;
  const maximum = (f: Logements) => ecrire(arrondir(f, 'INFERIEUR'));
  const seuil = regle.seuilTauxSansPlh;
  const lu = taux ? ` (taux de ${ecrireTaux(taux, seuil)} %)` : '';
  const ouStrict = `, ou ${maximum(strict)} si le taux est inférieur à ${seuil} % et sans PLH : `;
  const sort = (valeur: number | null, remplie: Ternaire, nom: string, phrase: string): Condition =>
    valeur === null
      ? { remplie: null, phrase: `préciser ${nom}`, reference, certitude }
      : { remplie, phrase: `${ecrire(valeur)} ${phrase}`, reference, certitude };
  return [
    sort(plai, parts.plaiSuffisant, 'plai', `PLAI, ${ecrire(arrondir(parts.plaiMinimum, 'SUPERIEUR'))} au moins`),
    sort(
      pls,
      parts.plsAdmis,
      'pls',
      `PLS${lu}, ${maximum(large)} au plus${parts.plsAdmis === null ? ouStrict + aPreciser(taux, plh, seuil) : ''}`,
    ),
  ];
}

/** Ce qui manque pour choisir entre les deux maximums de PLS. */
function aPreciser(taux: IntervalleDeTaux | null, plh: boolean | null, seuil: number): string {
  const imprecis = taux && sousLeSeuil(taux, fraction(seuil)) === null;
  const inconnues = [!taux && 'taux_lls', plh === null && 'plh'].filter(Boolean).join(' et ');
  const demandes = [imprecis && 'donner plus de décimales à taux_lls', inconnues && `préciser ${inconnues}`];
  return demandes.filter(Boolean).join(', et ');
}

/** `null` si l'arrondi du taux laisse la question ouverte. */
function sousLeSeuil({ bas, haut }: IntervalleDeTaux, seuil: Points): boolean | null {
  if (comparer(haut, seuil) < 0) return true;
  return comparer(bas, seuil) >= 0 ? false : null;
}
