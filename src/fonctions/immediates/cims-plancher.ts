import { arrondie, versNombre } from '../../nombres';
import { plancherCims, situation } from '../../regles';
import { accepter } from '../arguments';
import { parCellule } from '../declaration';
import { AU_SUPERIEUR, CIBLE, LLS, PARC_REFUSE, PERIODE, RANG, RP } from '../vocabulaire';

export const CIMS_PLANCHER = parCellule({
  nom: 'CIMS.PLANCHER',
  resume: 'plancher d’une commune dans un contrat mutualisant',
  description:
    'Plancher d’une commune dans un contrat de mixité sociale mutualisant, dit CIMS (L. 302-8, X du CCH) : la moitié de son objectif de référence ; pour une commune entrante, sa référence même. Règle en vigueur depuis la loi 3DS.',
  arguments: [RP, LLS, CIBLE, RANG, AU_SUPERIEUR, PERIODE],
  rend: `Logements ; ${PARC_REFUSE}.`,
  exemples: [
    '=CIMS.PLANCHER(10000;1500;20) → 83 (la moitié de 165, soit 82,5 ; la plaquette écrit 17 % : 85)',
    '=CIMS.PLANCHER(10000;1900;20) → 50',
    '=CIMS.PLANCHER(10000;1500;20;1) → 75 (entrante : sa référence)',
  ],
  dispositif: 'Contrat mutualisant (« CIMS »)',
  calculer: (rp, lls, cible, rang, arrondi, droit) => {
    const plancher = accepter(plancherCims(accepter(situation(rp, lls, cible, rang)), droit));
    return versNombre(arrondie(plancher.valeur, arrondi));
  },
});
