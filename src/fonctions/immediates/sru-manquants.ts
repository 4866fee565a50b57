import { arrondie, versNombre } from '../../nombres';
import { manquants, situation } from '../../regles';
import { accepter } from '../arguments';
import { parCellule } from '../declaration';
import { CIBLE, LLS, PARC_REFUSE, POUR_ATTEINDRE_LE_TAUX, RP } from '../vocabulaire';

export const SRU_MANQUANTS = parCellule({
  nom: 'SRU.MANQUANTS',
  resume: 'logements manquants',
  description:
    'Logements sociaux manquants pour atteindre le taux cible : taux cible × résidences principales − logements sociaux, jamais négatif (L. 302-8, VII du CCH).',
  arguments: [RP, LLS, CIBLE, POUR_ATTEINDRE_LE_TAUX],
  rend: `Logements ; ${PARC_REFUSE}.`,
  exemples: [
    '=SRU.MANQUANTS(4082;800;20) → 17 (16,4 arrondi à l’entier supérieur)',
    '=SRU.MANQUANTS(10000;2000;20) → 0 (taux atteint)',
  ],
  dispositif: 'Logements manquants',
  calculer: (rp, lls, cible, arrondi) =>
    versNombre(arrondie(manquants(accepter(situation(rp, lls, cible, 3))).valeur, arrondi)),
});
