// Écrit par `npm run fonctions`.
import type { FonctionDeclaree } from '../declaration';
import { APL_CLAUSEMIXITE } from './apl-clausemixite';
import { APL_MAJORATIONPLAI } from './apl-majorationplai';
import { APL_NPL } from './apl-npl';
import { APL_PLD } from './apl-pld';
import { APL_SLS } from './apl-sls';
import { ATTRIB_HORSQPV } from './attrib-horsqpv';
import { ATTRIB_QPV } from './attrib-qpv';
import { ATTRIB_SUBSTITUTION } from './attrib-substitution';
import { CALENDRIER_SRU } from './calendrier-sru';
import { CIMS_REPARTIR } from './cims-repartir';
import { CMS_DUREE } from './cms-duree';
import { SRU_BILAN } from './sru-bilan';
import { SRU_BILAN_TABLEAU } from './sru-bilan-tableau';
import { SRU_CIBLE } from './sru-cible';
import { SRU_COMMUNE } from './sru-commune';
import { SRU_DECONVENTIONNEMENT } from './sru-deconventionnement';
import { SRU_EXEMPTION } from './sru-exemption';
import { SRU_MAJORATION } from './sru-majoration';
import { SRU_OBJECTIF_INVENTAIRE } from './sru-objectif-inventaire';
import { SRU_PRELEVEMENT } from './sru-prelevement';
import { SRU_PRELEVEMENT_EXONERE } from './sru-prelevement-exonere';
import { SRU_PRELEVEMENT_EXPLIQUER } from './sru-prelevement-expliquer';
import { SRU_PRELEVEMENT_MAJORE } from './sru-prelevement-majore';
import { SRU_PROGRAMME } from './sru-programme';
import { SRU_RANG } from './sru-rang';
import { SRU_REPORT } from './sru-report';
import { SRU_SOUMISE } from './sru-soumise';
import { SRU_TRAJECTOIRE } from './sru-trajectoire';
import { SRU_TYPOLOGIE } from './sru-typologie';

export const DIFFEREES: readonly FonctionDeclaree[] = [
  APL_CLAUSEMIXITE,
  APL_MAJORATIONPLAI,
  APL_NPL,
  APL_PLD,
  APL_SLS,
  ATTRIB_HORSQPV,
  ATTRIB_QPV,
  ATTRIB_SUBSTITUTION,
  CALENDRIER_SRU,
  CIMS_REPARTIR,
  CMS_DUREE,
  SRU_BILAN,
  SRU_BILAN_TABLEAU,
  SRU_CIBLE,
  SRU_COMMUNE,
  SRU_DECONVENTIONNEMENT,
  SRU_EXEMPTION,
  SRU_MAJORATION,
  SRU_OBJECTIF_INVENTAIRE,
  SRU_PRELEVEMENT,
  SRU_PRELEVEMENT_EXONERE,
  SRU_PRELEVEMENT_EXPLIQUER,
  SRU_PRELEVEMENT_MAJORE,
  SRU_PROGRAMME,
  SRU_RANG,
  SRU_REPORT,
  SRU_SOUMISE,
  SRU_TRAJECTOIRE,
  SRU_TYPOLOGIE,
];
