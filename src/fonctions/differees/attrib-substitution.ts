import { DROIT_EN_VIGUEUR } from '../../droit';
import { flux, substitution } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { enMots } from '../verdicts';
import { PERIODE, PREMIER_QUARTILE, reponse, taux } from '../vocabulaire';

export const ATTRIB_SUBSTITUTION = parCellule({
  nom: 'ATTRIB.SUBSTITUTION',
  resume: 'substitution du préfet au bailleur',
  description:
    'Substitution du préfet au bailleur (L. 441-1 du CCH) : il attribue des logements hors QPV tant que le flux des douze derniers mois reste sous l’objectif, ou que le bailleur ne transmet pas ses informations.',
  arguments: [
    argument(
      'baux_signes',
      'Attributions hors QPV des douze derniers mois, suivies de baux signés ; entier.',
      lireEntier,
    ),
    PREMIER_QUARTILE,
    facultatif(
      taux('objectif', 'Objectif assigné au bailleur', ` (absent : ${DROIT_EN_VIGUEUR.attributions!.regle.horsQpv} %)`),
    ),
    facultatif(reponse('informations_transmises', 'Informations semestrielles transmises au préfet : oui ou non.')),
    PERIODE,
  ],
  rend: '« SUBSTITUTION : … » ou « SANS OBJET : … » avec la part et ce qui manque, à flux constant ; #VALEUR! s’il y a plus de demandeurs que de baux.',
  exemples: [
    '=ATTRIB.SUBSTITUTION(1000;200) → SUBSTITUTION : il manque 50 attributions',
    '=ATTRIB.SUBSTITUTION(1000;250;;"non") → SUBSTITUTION : informations non transmises',
    '=ATTRIB.SUBSTITUTION(1000;250) → SANS OBJET',
  ],
  dispositif: 'Substitution du préfet',
  calculer: (baux, publics, objectif, transmises, droit) => {
    const f = accepter(flux(baux, publics, PREMIER_QUARTILE.nom));
    return enMots(accepter(substitution(f, objectif, transmises, droit)), { oui: 'SUBSTITUTION', non: 'SANS OBJET' });
  },
});
