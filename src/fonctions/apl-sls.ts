import { DROIT_EN_VIGUEUR } from '../droit';
import { supplementDeLoyer } from '../regles';
import { accepter, lireReponse } from './arguments';
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
 * @returns « DÛ : … », « NON DÛ : … » ou « INDÉTERMINÉ : … » ; #VALEUR! si un montant ne se lit pas, ou si le plafond est nul.
 * @example =APL.SLS(36000;30000;"non") → DÛ (20 % exactement)
 * @example =APL.SLS(35999;30000;"non") → NON DÛ
 * @example =APL.SLS(60000;30000;"oui") → NON DÛ (logement en QPV)
 */
export function aplSls(ressources: unknown[][], plafond: unknown[][], qpv?: unknown[][]): unknown[][] {
  return diffuser([ressources, plafond, qpv], (r, p, q) => {
    const [montant, limite] = [lireMontant('ressources', r), lireMontant('plafond', p)];
    const examen = accepter(supplementDeLoyer(montant, limite, lireReponse('qpv', q), DROIT_EN_VIGUEUR));
    return enMots(examen, { oui: 'DÛ', non: 'NON DÛ' });
  });
}
