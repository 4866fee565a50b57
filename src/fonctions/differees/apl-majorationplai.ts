import { versNombre } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { majorationPlai } from '../../regles';
import { accepter } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { lireMontant } from '../montants';
import { PERIODE, taux } from '../vocabulaire';

const AU_PLUS = DROIT_EN_VIGUEUR.loyers!.regle.majorationPlai;

export const APL_MAJORATIONPLAI = parCellule({
  nom: 'APL.MAJORATIONPLAI',
  resume: 'loyer maximal d’un PLAI loué au niveau PLUS',
  description: `Loyer maximal d’un logement en PLAI loué à un ménage du PLUS (interchangeabilité, D. 353-16 du CCH) : loyer maximal PLAI majoré de ${AU_PLUS} % au plus, sans dépasser le loyer maximal PLUS. Au centime inférieur.`,
  arguments: [
    argument('loyer_maximal_plai', 'Loyer maximal de la convention PLAI, en euros (ou en euros par m²).', lireMontant),
    facultatif(taux('taux', 'Majoration de l’arrêté préfectoral', ` ; ${AU_PLUS} % au plus (absente : ${AU_PLUS} %)`)),
    facultatif(argument('loyer_maximal_plus', 'Loyer maximal PLUS, dans la même unité.', lireMontant)),
    PERIODE,
  ],
  rend: `Loyer maximal, dans la même unité ; #VALEUR! au-delà de ${AU_PLUS} %, ou si un montant ne se lit pas.`,
  exemples: [
    '=APL.MAJORATIONPLAI(300) → 420',
    '=APL.MAJORATIONPLAI(300;20%) → 360',
    '=APL.MAJORATIONPLAI(300;;400) → 400',
    '=APL.MAJORATIONPLAI(300;41%) → #VALEUR!',
  ],
  dispositif: 'Interchangeabilité des PLAI et des PLUS',
  calculer: (plai, majoration, plus, droit) =>
    versNombre(accepter(majorationPlai(plai, majoration, plus, droit)).valeur),
});
