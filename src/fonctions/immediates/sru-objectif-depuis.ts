import { arrondie, versNombre } from '../../nombres';
import { objectifDepuis } from '../../regles';
import { accepter, lireDecimal } from '../arguments';
import { argument, parCellule } from '../declaration';
import { AU_PLUS_PROCHE, CIBLE, PERIODE, RANG, TAUX_LLS } from '../vocabulaire';

export const SRU_OBJECTIF_DEPUIS = parCellule({
  nom: 'SRU.OBJECTIF.DEPUIS',
  resume: 'objectif de référence, ou `#N/A` si l’arrondi du taux laisse deux paliers possibles',
  description:
    'Objectif de référence quand on ne connaît que les logements manquants et un taux publié. Le taux est pris comme arrondi à sa dernière décimale écrite : 18 % peut être de 17,5 à 18,5 %, et si cet intervalle touche un seuil, la fonction rend #N/A.',
  arguments: [
    argument('manquants', 'Logements manquants ; nombre positif ou nul, décimales admises.', lireDecimal),
    TAUX_LLS,
    CIBLE,
    RANG,
    PERIODE,
    AU_PLUS_PROCHE,
  ],
  rend: 'Logements, ou #N/A avec son motif si l’arrondi du taux laisse le palier ouvert.',
  exemples: [
    '=SRU.OBJECTIF.DEPUIS(500;15;20) → 165',
    '=SRU.OBJECTIF.DEPUIS(500;16;20) → #N/A (33 ou 50 %)',
    '=SRU.OBJECTIF.DEPUIS(500;16,2;20) → 250',
    '=SRU.OBJECTIF.DEPUIS(0;16;20) → #VALEUR! (taux non atteint, mais rien ne manque)',
  ],
  dispositif: 'Objectif de référence',
  calculer: (manquants, taux, cible, rang, droit, arrondi) => {
    const objectif = accepter(objectifDepuis(manquants, taux, cible, rang, droit));
    return versNombre(arrondie(objectif.valeur, arrondi));
  },
});
