import { supplementDeLoyer } from '../regles';
import { accepter, lireDroit, lireReponse } from './arguments';
import { lireMontant } from './montants';
import { diffuser } from './valeurs';
import { enMots } from './verdicts';

/**
 * Supplément de loyer de solidarité (L. 441-3 du CCH) : dû si les ressources excèdent d’au moins 20 % le plafond, jamais dans un
 * quartier prioritaire. Dit s’il est dû, non son montant.
 * @customfunction APL.SLS
 * @param ressources Ressources du ménage, en euros ; cellule ou plage.
 * @param plafond Plafond de ressources du logement, en euros.
 * @param [qpv] Logement en QPV (ou qui s’y trouvait à l’entrée du locataire, ou en ancienne zone urbaine sensible) : oui ou non.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « DÛ : … », « NON DÛ : … » ou « INDÉTERMINÉ : … » ; #VALEUR! si un montant ne se lit pas, ou si le plafond est nul.
 * @example =APL.SLS(36000;30000;"non") → DÛ (20 % exactement)
 * @example =APL.SLS(35999;30000;"non") → NON DÛ
 * @example =APL.SLS(60000;30000;"oui") → NON DÛ (logement en QPV)
 */
export function aplSls(
  ressources: unknown[][],
  plafond: unknown[][],
  qpv?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser([ressources, plafond, qpv, periode], (r, p, q, quand) => {
    const [montant, limite] = [lireMontant('ressources', r), lireMontant('plafond', p)];
    const examen = accepter(supplementDeLoyer(montant, limite, lireReponse('qpv', q), lireDroit(quand)));
    return enMots(examen, { oui: 'DÛ', non: 'NON DÛ' });
  });
}
