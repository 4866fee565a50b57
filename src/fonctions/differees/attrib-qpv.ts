import { DROIT_EN_VIGUEUR } from '../../droit';
import { flux, objectifDAttributions } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, parCellule } from '../declaration';
import { enMots } from '../verdicts';
import { PERIODE } from '../vocabulaire';

export const ATTRIB_QPV = parCellule({
  nom: 'ATTRIB.QPV',
  resume: 'objectif d’attributions en QPV',
  description: `Attributions dans les quartiers prioritaires (L. 441-1 du CCH) : au moins ${DROIT_EN_VIGUEUR.attributions!.regle.enQpv} % des baux signés dans l’année à des ménages des deuxième, troisième et quatrième quartiles de ressources.`,
  arguments: [
    argument('baux_signes', 'Attributions de l’année, en QPV, suivies de baux signés ; entier.', lireEntier),
    argument('autres_quartiles', 'Dont ménages des deuxième, troisième et quatrième quartiles ; entier.', lireEntier),
    PERIODE,
  ],
  rend: '« ATTEINT : … » ou « NON ATTEINT : … » avec la part et ce qui manque ; #VALEUR! s’il y a plus de ménages que de baux.',
  exemples: [
    '=ATTRIB.QPV(1000;761) → ATTEINT : 76,1 % (niveau national de la circulaire)',
    '=ATTRIB.QPV(1000;499) → NON ATTEINT : il manque 1 attribution',
  ],
  dispositif: 'Attributions en QPV',
  calculer: (baux, publics, droit) => {
    const f = accepter(flux(baux, publics, 'autres_quartiles'));
    return enMots(accepter(objectifDAttributions(f, 'enQpv', droit)), { oui: 'ATTEINT', non: 'NON ATTEINT' });
  },
});
