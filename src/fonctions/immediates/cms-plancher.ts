import { arrondie, versNombre } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { plancherCms, situation } from '../../regles';
import { accepter } from '../arguments';
import { parCellule } from '../declaration';
import { AU_SUPERIEUR, CIBLE, LLS, PARC_REFUSE, PERIODE, RANG, RP } from '../vocabulaire';

const PARTS = DROIT_EN_VIGUEUR.rattrapage!.regle.map(
  ({ libelle, planchers }) => `${planchers!.abaissement} % (${libelle})`,
);

export const CMS_PLANCHER = parCellule({
  nom: 'CMS.PLANCHER',
  resume: 'plancher d’un contrat abaissant',
  description: `Plancher d’un contrat de mixité sociale abaissant (L. 302-8, IX du CCH) : selon l’écart au taux cible, ${PARTS.join(', ')} des logements manquants.`,
  arguments: [
    RP,
    LLS,
    CIBLE,
    {
      ...RANG,
      aide: 'Rang triennal ; avant 3 (commune entrante), l’objectif ne s’abaisse pas : #N/A. 3 pour une commune nouvelle dont une fondatrice était déjà soumise.',
    },
    AU_SUPERIEUR,
    PERIODE,
  ],
  rend: `Logements ; ${PARC_REFUSE}.`,
  exemples: [
    '=CMS.PLANCHER(10000;1500;20) → 125 (25 % de 500)',
    '=CMS.PLANCHER(10000;1800;20) → 80 (40 % de 200)',
    '=CMS.PLANCHER(10000;1500;20;2) → #N/A',
  ],
  dispositif: 'Contrat de mixité sociale abaissant',
  calculer: (rp, lls, cible, rang, arrondi, droit) => {
    const plancher = accepter(plancherCms(accepter(situation(rp, lls, cible, rang)), droit));
    return versNombre(arrondie(plancher.valeur, arrondi));
  },
});
