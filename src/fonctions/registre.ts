import { cimsConstats } from './cims-constats';
import { cimsPlancher } from './cims-plancher';
import { cimsRepartir } from './cims-repartir';
import { cimsValider } from './cims-valider';
import { cmsDuree } from './cms-duree';
import { cmsPlancher } from './cms-plancher';
import { cmsValider } from './cms-valider';
import { sruExpliquer } from './sru-expliquer';
import { sruManquants } from './sru-manquants';
import { sruObjectif } from './sru-objectif';
import { sruObjectifDepuis } from './sru-objectif-depuis';
import { sruRattrapage } from './sru-rattrapage';
import { sruTableau } from './sru-tableau';
import { sruTaux } from './sru-taux';
import { sruTypologie } from './sru-typologie';

/** Une fonction personnalisée : des plages (ou `null` si l'argument est absent), et une plage de valeurs ou d'erreurs. */
export type Fonction = (...plages: never[]) => unknown[][] | Promise<unknown[][]>;

/** Les fonctions publiques, sous le nom que l'agent tape ; noms et ordre des arguments ne changent plus. */
export const FONCTIONS: Readonly<Record<string, Fonction>> = {
  'CIMS.CONSTATS': cimsConstats,
  'CIMS.PLANCHER': cimsPlancher,
  'CIMS.REPARTIR': cimsRepartir,
  'CIMS.VALIDER': cimsValider,
  'CMS.DUREE': cmsDuree,
  'CMS.PLANCHER': cmsPlancher,
  'CMS.VALIDER': cmsValider,
  'SRU.EXPLIQUER': sruExpliquer,
  'SRU.MANQUANTS': sruManquants,
  'SRU.OBJECTIF': sruObjectif,
  'SRU.OBJECTIF.DEPUIS': sruObjectifDepuis,
  'SRU.RATTRAPAGE': sruRattrapage,
  'SRU.TABLEAU': sruTableau,
  'SRU.TAUX': sruTaux,
  'SRU.TYPOLOGIE': sruTypologie,
};
