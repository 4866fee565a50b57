import { ecrireDate } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { deconventionnement } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { lireJour } from '../montants';
import { enMots } from '../verdicts';
import { PERIODE, reponse } from '../vocabulaire';

const { mois, logementsPlusDe } = DROIT_EN_VIGUEUR.deconventionnement!.regle;

export const SRU_DECONVENTIONNEMENT = parCellule({
  nom: 'SRU.DECONVENTIONNEMENT',
  resume: 'avis requis, et leur date limite',
  description: `Refus de renouveler une convention APL (loi 3DS, art. 74) : avis conformes du préfet et du maire, ${mois} mois au plus tard avant l’échéance, pour un bailleur de plus de ${logementsPlusDe} logements dans une commune soumise, ou qui le deviendrait.`,
  arguments: [
    argument('logements_bailleur', 'Logements que possède le bailleur ; entier.', lireEntier),
    reponse('commune_sru', 'Commune soumise, ou que le déconventionnement rendrait soumise : oui ou non.'),
    argument('echeance', 'Échéance de la convention : une date, depuis 1977.', lireJour),
    facultatif(reponse('avis_prefet', 'Avis conforme du préfet : oui ou non.')),
    facultatif(reponse('avis_maire', 'Avis conforme du maire : oui ou non.')),
    facultatif(argument('date_avis', 'Jour du second avis : une date.', lireJour)),
    PERIODE,
  ],
  rend: '« AVIS NON REQUIS : … », « POSSIBLE : … », « IMPOSSIBLE : … » ou « INDÉTERMINÉ : … » avec la date limite ; #VALEUR! si une date ou une réponse ne se lit pas.',
  exemples: [
    '=SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026") → INDÉTERMINÉ (avis au plus tard le 30/06/2024)',
    '=SRU.DECONVENTIONNEMENT(10;"oui";"31/12/2026") → AVIS NON REQUIS',
    '=SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026";"oui";"oui";"30/06/2024") → POSSIBLE',
    '=SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026";"oui";"oui";"01/07/2024") → IMPOSSIBLE (un jour trop tard)',
    '=SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026";"oui";"non") → IMPOSSIBLE (avis du maire)',
  ],
  dispositif: 'Déconventionnement',
  calculer: (logements, communeSru, echeance, prefet, maire, date, droit) => {
    const { avisRequis, avis, dateLimite } = accepter(
      deconventionnement(logements, communeSru, echeance, { prefet, maire, date }, droit),
    );
    if (avisRequis.remplie) return enMots(avis, { oui: 'POSSIBLE', non: 'IMPOSSIBLE' });
    const mots = enMots(avisRequis, { oui: '', non: 'AVIS NON REQUIS' });
    const limite = `avis au plus tard le ${ecrireDate(dateLimite)} s’ils sont requis`;
    return avisRequis.remplie === null ? `${mots} ; ${limite}` : mots;
  },
});
