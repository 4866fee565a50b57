import { aplClausemixite } from './apl-clausemixite';
import { aplMajorationplai } from './apl-majorationplai';
import { aplNpl } from './apl-npl';
import { aplPld } from './apl-pld';
import { aplSls } from './apl-sls';
import { attribHorsqpv } from './attrib-horsqpv';
import { attribQpv } from './attrib-qpv';
import { attribSubstitution } from './attrib-substitution';
import { calendrierSru } from './calendrier-sru';
import { cimsRepartir } from './cims-repartir';
import { cmsDuree } from './cms-duree';
import { sruBilan } from './sru-bilan';
import { sruCible } from './sru-cible';
import { sruDeconventionnement } from './sru-deconventionnement';
import { sruExemption } from './sru-exemption';
import { sruMajoration } from './sru-majoration';
import { sruPrelevement } from './sru-prelevement';
import { sruPrelevementExonere } from './sru-prelevement-exonere';
import { sruPrelevementExpliquer } from './sru-prelevement-expliquer';
import { sruPrelevementMajore } from './sru-prelevement-majore';
import { sruProgramme } from './sru-programme';
import { sruRang } from './sru-rang';
import { sruReport } from './sru-report';
import { sruSoumise } from './sru-soumise';
import { sruTrajectoire } from './sru-trajectoire';
import { sruTypologie } from './sru-typologie';
import type { Fonction } from './valeurs';

/** Les fonctions du reste du droit, et la répartition, chargées au premier appel de l'une d'elles. */
export const FONCTIONS_DU_DROIT = {
  'APL.CLAUSEMIXITE': aplClausemixite,
  'APL.MAJORATIONPLAI': aplMajorationplai,
  'APL.NPL': aplNpl,
  'APL.PLD': aplPld,
  'APL.SLS': aplSls,
  'ATTRIB.HORSQPV': attribHorsqpv,
  'ATTRIB.QPV': attribQpv,
  'ATTRIB.SUBSTITUTION': attribSubstitution,
  'CALENDRIER.SRU': calendrierSru,
  'CIMS.REPARTIR': cimsRepartir,
  'CMS.DUREE': cmsDuree,
  'SRU.BILAN': sruBilan,
  'SRU.CIBLE': sruCible,
  'SRU.DECONVENTIONNEMENT': sruDeconventionnement,
  'SRU.EXEMPTION': sruExemption,
  'SRU.MAJORATION': sruMajoration,
  'SRU.PRELEVEMENT': sruPrelevement,
  'SRU.PRELEVEMENT.EXONERE': sruPrelevementExonere,
  'SRU.PRELEVEMENT.EXPLIQUER': sruPrelevementExpliquer,
  'SRU.PRELEVEMENT.MAJORE': sruPrelevementMajore,
  'SRU.PROGRAMME': sruProgramme,
  'SRU.RANG': sruRang,
  'SRU.REPORT': sruReport,
  'SRU.SOUMISE': sruSoumise,
  'SRU.TRAJECTOIRE': sruTrajectoire,
  'SRU.TYPOLOGIE': sruTypologie,
} as const satisfies Readonly<Record<string, Fonction>>;

export type FonctionsDuDroit = typeof FONCTIONS_DU_DROIT;
