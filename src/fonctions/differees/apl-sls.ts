import { DROIT_EN_VIGUEUR } from '../../droit';
import { supplementDeLoyer } from '../../regles';
import { accepter } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { lireMontant } from '../montants';
import { enMots } from '../verdicts';
import { PERIODE, reponse } from '../vocabulaire';

const { supplement } = DROIT_EN_VIGUEUR.loyers!.regle;

export const APL_SLS = parCellule({
  nom: 'APL.SLS',
  resume: 'supplément de loyer de solidarité dû ou non',
  description: `Supplément de loyer de solidarité (L. 441-3 du CCH) : dû si les ressources excèdent d’au moins ${supplement} % le plafond, jamais dans un quartier prioritaire. Dit s’il est dû, non son montant.`,
  arguments: [
    argument('ressources', 'Ressources du ménage, en euros.', lireMontant),
    argument('plafond', 'Plafond de ressources du logement, en euros.', lireMontant),
    facultatif(
      reponse(
        'qpv',
        'Logement en QPV (ou qui s’y trouvait à l’entrée du locataire, ou en ancienne zone urbaine sensible) : oui ou non.',
      ),
    ),
    PERIODE,
  ],
  rend: '« DÛ : … », « NON DÛ : … » ou « INDÉTERMINÉ : … » ; #VALEUR! si un montant ne se lit pas, ou si le plafond est nul.',
  exemples: [
    '=APL.SLS(36000;30000;"non") → DÛ (20 % exactement)',
    '=APL.SLS(35999;30000;"non") → NON DÛ',
    '=APL.SLS(60000;30000;"oui") → NON DÛ (logement en QPV)',
  ],
  dispositif: 'Supplément de loyer de solidarité',
  calculer: (ressources, plafond, qpv, droit) =>
    enMots(accepter(supplementDeLoyer(ressources, plafond, qpv, droit)), { oui: 'DÛ', non: 'NON DÛ' }),
});
