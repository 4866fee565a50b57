import { ecrire } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { situation, tauxDeRattrapage } from '../../regles';
import { accepter } from '../arguments';
import { parCellule } from '../declaration';
import { CIBLE, LLS, PARC_REFUSE, PERIODE, RANG, RP } from '../vocabulaire';

const rapport = (pourcent: number): string => ecrire(pourcent / 100);
const { rattrapage, entrantes } = DROIT_EN_VIGUEUR;
const [enCours, premiere, deuxieme] = Object.values(entrantes!.regle).map(rapport);

const SELON_L_ECART = rattrapage!.regle.map(
  ({ libelle, compris, taux }) => `${rapport(taux)} (${libelle}${compris ? ', bornes comprises' : ''})`,
);

export const SRU_RATTRAPAGE = parCellule({
  nom: 'SRU.RATTRAPAGE',
  resume: 'taux de rattrapage (0,35 pour 35 %)',
  description: `Taux de rattrapage triennal (L. 302-8, VII et VIII du CCH) : selon l’écart à la cible, ${SELON_L_ECART.join(', ')} ; ${enCours}, ${premiere} ou ${deuxieme} pour une commune entrante ; 0 si le taux cible est atteint.`,
  arguments: [RP, LLS, CIBLE, RANG, PERIODE],
  rend: `Rapport : 0,35 pour 35 % ; ${PARC_REFUSE}, #N/A pour une période sans règle.`,
  exemples: [
    '=SRU.RATTRAPAGE(10000;1801;20) → 1',
    '=SRU.RATTRAPAGE(10000;1800;20) → 0,5 (écart de 2 points exactement)',
    '=SRU.RATTRAPAGE(10000;1600;20) → 0,5 (écart de 4 points exactement : interprétation)',
    '=SRU.RATTRAPAGE(10000;1599;20) → 0,33',
  ],
  dispositif: 'Rythme de rattrapage de référence',
  calculer: (rp, lls, cible, rang, droit) =>
    accepter(tauxDeRattrapage(accepter(situation(rp, lls, cible, rang)), droit)).pourcent / 100,
});
