import { ecrire, versNombre } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { prelevementMajore } from '../../regles';
import { accepter } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { lireMontant, lireRapport } from '../montants';
import { DEPENSES } from '../prelevement';
import { PERIODE, reponse } from '../vocabulaire';

const { regle } = DROIT_EN_VIGUEUR.majoration!;
const enPourCent = (milliemes: number): string => `${ecrire((100 * milliemes) / 1000)} %`;
const PLAFOND = enPourCent(regle.plafondDepenses);

export const SRU_PRELEVEMENT_MAJORE = parCellule({
  nom: 'SRU.PRELEVEMENT.MAJORE',
  resume: 'prélèvement majoré',
  description: `Prélèvement majoré d’une commune carencée (L. 302-9-1 du CCH) : prélèvement × (1 + taux), au plus ${regle.multiple} fois le prélèvement et ${PLAFOND} des dépenses réelles de fonctionnement, ou ${enPourCent(regle.plafondDepensesPotentielEleve)} si le potentiel fiscal est élevé. Trois ans au plus.`,
  arguments: [
    argument('prelevement', 'Prélèvement avant majoration, en euros.', lireMontant),
    argument(
      'taux',
      `Taux de majoration de l’arrêté : 0,81, « 81 % » ou 81 ; un nombre nu jusqu’à ${regle.multiple - 1} est un rapport (2 pour 200 %).`,
      lireRapport,
    ),
    DEPENSES,
    facultatif(
      reponse(
        'potentiel_eleve',
        `Potentiel fiscal par habitant d’au moins ${regle.potentielEleve} % de la médiane : oui ou non (absent : non).`,
      ),
    ),
    PERIODE,
  ],
  rend: `Euros, au centime ; #VALEUR! et sa raison si le prélèvement dépasse déjà ${PLAFOND} des dépenses.`,
  exemples: [
    '=SRU.PRELEVEMENT.MAJORE(10000;0,81;1000000) → 18100',
    '=SRU.PRELEVEMENT.MAJORE(10000;4;10000000) → 50000 (cinq fois, au plus)',
    '=SRU.PRELEVEMENT.MAJORE(10000;"500 %";10000000) → 50000',
    '=SRU.PRELEVEMENT.MAJORE(10000;0;199999) → #VALEUR! (déjà plus de 5 % des dépenses)',
    '=SRU.PRELEVEMENT.MAJORE(10000;2;400000) → 20000 (5 % des dépenses)',
    '=SRU.PRELEVEMENT.MAJORE(10000;2;400000;"oui") → 30000 (plafond de 7,5 %)',
  ],
  dispositif: 'Prélèvement majoré',
  calculer: (prelevement, taux, depenses, eleve, droit) =>
    versNombre(accepter(prelevementMajore(prelevement, taux, depenses, eleve ?? false, droit)).valeur),
});
