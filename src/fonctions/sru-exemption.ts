import { exemptions, type Exemptions } from '../regles';
import { accepter, lireDecimal, lireDroit, lireReponse, lireTaux } from './arguments';
import { diffuser, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Exemptions (L. 302-5, III du CCH) : de droit si plus de la moitié du territoire urbanisé est inconstructible ; par décret, sur
 * proposition de l’EPCI, si la commune est isolée et hors agglomération de plus de 30 000 habitants, ou la tension inférieure à 2.
 * @customfunction SRU.EXEMPTION
 * @param [inconstructibilite] Part inconstructible du territoire urbanisé : 55 ou 0,55 ou « 55 % » ; cellule ou plage.
 * @param [hors_agglomeration] Hors d’une agglomération de plus de 30 000 habitants : oui ou non.
 * @param [isolee] Peu attractive, par son isolement ou la difficulté d’accès aux bassins de vie et d’emploi : oui ou non.
 * @param [tension] Demandes de logement social par emménagement annuel, hors mutations.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « EXEMPTÉE DE DROIT : … », « EXEMPTION PAR DÉCRET POSSIBLE : … », « NON EXEMPTÉE : … » ou « INDÉTERMINÉ : … » ; #VALEUR! si un argument ne se lit pas.
 * @example =SRU.EXEMPTION(50,1) → EXEMPTÉE DE DROIT
 * @example =SRU.EXEMPTION(50;"non";"non";1,99) → EXEMPTION PAR DÉCRET POSSIBLE (tension)
 * @example =SRU.EXEMPTION(50;"non";"non";2) → NON EXEMPTÉE
 */
export function sruExemption(
  inconstructibilite?: unknown[][],
  hors_agglomeration?: unknown[][],
  isolee?: unknown[][],
  tension?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([inconstructibilite, hors_agglomeration, isolee, tension, periode], (part, hors, i, t, p) => {
    const commune = {
      inconstructibilite: estAbsent(part) ? null : lireTaux('inconstructibilite', part).valeur,
      horsAgglomeration: lireReponse('hors_agglomeration', hors),
      isolee: lireReponse('isolee', i),
      tension: estAbsent(t) ? null : lireDecimal('tension', t),
    };
    return exemptionsEnMots(accepter(exemptions(commune, lireDroit(p))));
  });
}

function exemptionsEnMots({ deDroit, parDecret }: Exemptions): string {
  const mots = { oui: 'EXEMPTÉE DE DROIT', non: 'NON EXEMPTÉE' };
  if (deDroit.remplie) return enMots(deDroit, mots);
  if (parDecret.remplie) return enMots(parDecret, { ...mots, oui: 'EXEMPTION PAR DÉCRET POSSIBLE' });
  const ouvertes = [deDroit, parDecret].filter(({ remplie }) => remplie === null);
  const examens = ouvertes.length > 0 ? ouvertes : [deDroit, parDecret];
  const raisons = examens.flatMap((e) => e.raisons);
  return enMots({ remplie: ouvertes.length > 0 ? null : false, raisons }, mots);
}
