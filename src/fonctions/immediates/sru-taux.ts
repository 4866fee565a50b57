import { versNombre } from '../../nombres';
import { parc, tauxLls } from '../../regles';
import { accepter } from '../arguments';
import { parCellule } from '../declaration';
import { LLS, PARC_REFUSE, RP } from '../vocabulaire';

export const SRU_TAUX = parCellule({
  nom: 'SRU.TAUX',
  resume: 'taux de logements sociaux (0,18 pour 18 %)',
  description:
    'Taux de logements sociaux d’une commune : logements sociaux / résidences principales (L. 302-5 du CCH). Rend un rapport : 0,18 pour 18 %.',
  arguments: [
    {
      ...LLS,
      aide: 'Logements locatifs sociaux décomptés au 1er janvier de l’année qui précède la période ; entier.',
    },
    { ...RP, aide: 'Résidences principales à la même date ; entier d’au moins 1.' },
  ],
  rend: `Rapport de 0 à 1, à mettre au format pourcentage ; ${PARC_REFUSE}.`,
  exemples: ['=SRU.TAUX(1500;10000) → 0,15'],
  dispositif: 'Taux de logements sociaux',
  calculer: (lls, rp) => versNombre(tauxLls(accepter(parc(rp, lls))).valeur),
});
