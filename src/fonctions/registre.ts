import { aplClausemixite } from './apl-clausemixite';
import { aplMajorationplai } from './apl-majorationplai';
import { aplNpl } from './apl-npl';
import { aplPld } from './apl-pld';
import { aplSls } from './apl-sls';
import { attribHorsqpv } from './attrib-horsqpv';
import { attribQpv } from './attrib-qpv';
import { attribSubstitution } from './attrib-substitution';
import { calendrierSru } from './calendrier-sru';
import { cimsConstats } from './cims-constats';
import { cimsPlancher } from './cims-plancher';
import { cimsRepartir } from './cims-repartir';
import { cimsValider } from './cims-valider';
import { cmsDuree } from './cms-duree';
import { cmsPlancher } from './cms-plancher';
import { cmsValider } from './cms-valider';
import { sruBilan } from './sru-bilan';
import { sruCible } from './sru-cible';
import { sruDeconventionnement } from './sru-deconventionnement';
import { sruExemption } from './sru-exemption';
import { sruExpliquer } from './sru-expliquer';
import { sruMajoration } from './sru-majoration';
import { sruManquants } from './sru-manquants';
import { sruObjectif } from './sru-objectif';
import { sruObjectifDepuis } from './sru-objectif-depuis';
import { sruPrelevement } from './sru-prelevement';
import { sruPrelevementExonere } from './sru-prelevement-exonere';
import { sruPrelevementExpliquer } from './sru-prelevement-expliquer';
import { sruPrelevementMajore } from './sru-prelevement-majore';
import { sruProgramme } from './sru-programme';
import { sruRattrapage } from './sru-rattrapage';
import { sruReport } from './sru-report';
import { sruSoumise } from './sru-soumise';
import { sruTableau } from './sru-tableau';
import { sruTaux } from './sru-taux';
import { sruTrajectoire } from './sru-trajectoire';
import { sruTypologie } from './sru-typologie';

/** Une fonction personnalisée : des plages (ou `null` si l'argument est absent), et une plage de valeurs ou d'erreurs. */
export type Fonction = (...plages: never[]) => unknown[][] | Promise<unknown[][]>;

/** Les fonctions publiques, sous le nom que l'agent tape ; noms et ordre des arguments ne changent plus. */
export const FONCTIONS: Readonly<Record<string, Fonction>> = {
  'APL.CLAUSEMIXITE': aplClausemixite,
  'APL.MAJORATIONPLAI': aplMajorationplai,
  'APL.NPL': aplNpl,
  'APL.PLD': aplPld,
  'APL.SLS': aplSls,
  'ATTRIB.HORSQPV': attribHorsqpv,
  'ATTRIB.QPV': attribQpv,
  'ATTRIB.SUBSTITUTION': attribSubstitution,
  'CALENDRIER.SRU': calendrierSru,
  'CIMS.CONSTATS': cimsConstats,
  'CIMS.PLANCHER': cimsPlancher,
  'CIMS.REPARTIR': cimsRepartir,
  'CIMS.VALIDER': cimsValider,
  'CMS.DUREE': cmsDuree,
  'CMS.PLANCHER': cmsPlancher,
  'CMS.VALIDER': cmsValider,
  'SRU.BILAN': sruBilan,
  'SRU.CIBLE': sruCible,
  'SRU.DECONVENTIONNEMENT': sruDeconventionnement,
  'SRU.EXEMPTION': sruExemption,
  'SRU.EXPLIQUER': sruExpliquer,
  'SRU.MAJORATION': sruMajoration,
  'SRU.MANQUANTS': sruManquants,
  'SRU.OBJECTIF': sruObjectif,
  'SRU.OBJECTIF.DEPUIS': sruObjectifDepuis,
  'SRU.PRELEVEMENT': sruPrelevement,
  'SRU.PRELEVEMENT.EXONERE': sruPrelevementExonere,
  'SRU.PRELEVEMENT.EXPLIQUER': sruPrelevementExpliquer,
  'SRU.PRELEVEMENT.MAJORE': sruPrelevementMajore,
  'SRU.PROGRAMME': sruProgramme,
  'SRU.RATTRAPAGE': sruRattrapage,
  'SRU.REPORT': sruReport,
  'SRU.SOUMISE': sruSoumise,
  'SRU.TABLEAU': sruTableau,
  'SRU.TAUX': sruTaux,
  'SRU.TRAJECTOIRE': sruTrajectoire,
  'SRU.TYPOLOGIE': sruTypologie,
};
