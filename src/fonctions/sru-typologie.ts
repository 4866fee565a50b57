import { arrondir, ecrire, type Fraction } from '../nombres';
import { DROIT_EN_VIGUEUR } from '../droit';
import { intervalleDe, typologie, type Typologie } from '../regles';
import { lireEntier, lireReponse, lireTaux } from './arguments';
import { diffuser, estAbsent } from './valeurs';

/**
 * Parts de PLAI et de PLS des logements à produire (L. 302-8, III du CCH) : au moins 30 % de PLAI, au plus 30 % de PLS, et 20 %
 * si le taux de logements sociaux est inférieur à 10 % sans programme local de l’habitat.
 * @customfunction SRU.TYPOLOGIE
 * @param logements Logements à produire, objectif ou production ; entier, cellule ou plage.
 * @param plai Logements en PLAI ; entier.
 * @param pls Logements en PLS ; entier.
 * @param [taux_lls] Taux de logements sociaux de la commune : 14,6 ou 0,146 ou « 14,6 % ».
 * @param [plh] Commune couverte par un programme local de l’habitat : oui ou non.
 * @returns « CONFORME », « NON CONFORME : … » ou « INDÉTERMINÉ : … » avec les nombres.
 * @example =SRU.TYPOLOGIE(100;30;30;12) → CONFORME
 * @example =SRU.TYPOLOGIE(100;29;30;12) → NON CONFORME : 29 PLAI, 30 au moins
 * @example =SRU.TYPOLOGIE(100;30;25;9,9;"non") → NON CONFORME : 25 PLS, 20 au plus
 */
export function sruTypologie(
  logements: unknown[][],
  plai: unknown[][],
  pls: unknown[][],
  taux_lls?: unknown[][],
  plh?: unknown[][],
): unknown[][] {
  return diffuser([logements, plai, pls, taux_lls, plh], (l, a, s, taux, couverte) => {
    const nombres = { plai: lireEntier('plai', a), pls: lireEntier('pls', s) };
    const connu = estAbsent(taux) ? null : intervalleDe(lireTaux('taux_lls', taux));
    const total = lireEntier('logements', l);
    return verdict(
      typologie(total, nombres.plai, nombres.pls, connu, lireReponse('plh', couverte), DROIT_EN_VIGUEUR)!,
      nombres,
    );
  });
}

function verdict(
  { plaiMinimum, plaiSuffisant, plsMaximum, plsAdmis }: Typologie,
  { plai, pls }: { plai: number; pls: number },
): string {
  const auPlus = (f: Fraction) => ecrire(arrondir(f, 'INFERIEUR'));
  const manquements = [
    ...(plaiSuffisant ? [] : [`${ecrire(plai)} PLAI, ${ecrire(arrondir(plaiMinimum, 'SUPERIEUR'))} au moins`]),
    ...(plsAdmis === false ? [`${ecrire(pls)} PLS, ${auPlus(plsMaximum.large)} au plus`] : []),
  ];
  if (manquements.length > 0) return `NON CONFORME : ${manquements.join(' ; ')}`;
  if (plsAdmis) return 'CONFORME';
  return `INDÉTERMINÉ : ${ecrire(pls)} PLS, ${auPlus(plsMaximum.large)} au plus, ou ${auPlus(plsMaximum.strict)} si le taux est faible et sans PLH : préciser taux_lls et plh`;
}
