import { DROIT_EN_VIGUEUR } from '../../droit';
import { flux, objectifDAttributions } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, parCellule } from '../declaration';
import { enMots } from '../verdicts';
import { PERIODE, PREMIER_QUARTILE } from '../vocabulaire';

export const ATTRIB_HORSQPV = parCellule({
  nom: 'ATTRIB.HORSQPV',
  resume: 'objectif d’attributions hors QPV',
  description: `Attributions hors des quartiers prioritaires (L. 441-1 du CCH) : au moins ${DROIT_EN_VIGUEUR.attributions!.regle.horsQpv} % des baux signés dans l’année au premier quartile de ressources, ou à des ménages relogés par le renouvellement urbain.`,
  arguments: [
    argument('baux_signes', 'Attributions de l’année, hors QPV, suivies de baux signés ; entier.', lireEntier),
    PREMIER_QUARTILE,
    PERIODE,
  ],
  rend: '« ATTEINT : … » ou « NON ATTEINT : … » avec la part et ce qui manque ; #VALEUR! s’il y a plus de demandeurs que de baux.',
  exemples: [
    '=ATTRIB.HORSQPV(1000;250) → ATTEINT',
    '=ATTRIB.HORSQPV(1000;249) → NON ATTEINT : il manque 1 attribution',
    '=ATTRIB.HORSQPV(1000;1001) → #VALEUR! (plus de demandeurs que de baux)',
    '=ATTRIB.HORSQPV(1000;177) → NON ATTEINT : 17,7 % (niveau national de la circulaire), il manque 73 attributions',
  ],
  dispositif: 'Attributions hors QPV',
  calculer: (baux, publics, droit) => {
    const f = accepter(flux(baux, publics, PREMIER_QUARTILE.nom));
    return enMots(accepter(objectifDAttributions(f, 'horsQpv', droit)), { oui: 'ATTEINT', non: 'NON ATTEINT' });
  },
});
