// Écrit par `npm run fonctions`.
import type { FonctionDeclaree } from './declaration';
import { CIMS_CONSTATS } from './immediates/cims-constats';
import { CIMS_PLANCHER } from './immediates/cims-plancher';
import { CIMS_VALIDER } from './immediates/cims-valider';
import { CMS_PLANCHER } from './immediates/cms-plancher';
import { CMS_VALIDER } from './immediates/cms-valider';
import { SRU_EXPLIQUER } from './immediates/sru-expliquer';
import { SRU_MANQUANTS } from './immediates/sru-manquants';
import { SRU_OBJECTIF } from './immediates/sru-objectif';
import { SRU_OBJECTIF_DEPUIS } from './immediates/sru-objectif-depuis';
import { SRU_RATTRAPAGE } from './immediates/sru-rattrapage';
import { SRU_TABLEAU } from './immediates/sru-tableau';
import { SRU_TAUX } from './immediates/sru-taux';

export const IMMEDIATES: readonly FonctionDeclaree[] = [
  CIMS_CONSTATS,
  CIMS_PLANCHER,
  CIMS_VALIDER,
  CMS_PLANCHER,
  CMS_VALIDER,
  SRU_EXPLIQUER,
  SRU_MANQUANTS,
  SRU_OBJECTIF,
  SRU_OBJECTIF_DEPUIS,
  SRU_RATTRAPAGE,
  SRU_TABLEAU,
  SRU_TAUX,
];

export const NOMS_DIFFEREES: readonly string[] = [
  'APL.CLAUSEMIXITE',
  'APL.MAJORATIONPLAI',
  'APL.NPL',
  'APL.PLD',
  'APL.SLS',
  'ATTRIB.HORSQPV',
  'ATTRIB.QPV',
  'ATTRIB.SUBSTITUTION',
  'CALENDRIER.SRU',
  'CIMS.REPARTIR',
  'CMS.DUREE',
  'SRU.BILAN',
  'SRU.BILAN.TABLEAU',
  'SRU.CIBLE',
  'SRU.COMMUNE',
  'SRU.DECONVENTIONNEMENT',
  'SRU.EXEMPTION',
  'SRU.MAJORATION',
  'SRU.OBJECTIF.INVENTAIRE',
  'SRU.PRELEVEMENT',
  'SRU.PRELEVEMENT.EXONERE',
  'SRU.PRELEVEMENT.EXPLIQUER',
  'SRU.PRELEVEMENT.MAJORE',
  'SRU.PROGRAMME',
  'SRU.RANG',
  'SRU.REPORT',
  'SRU.SOUMISE',
  'SRU.TRAJECTOIRE',
  'SRU.TYPOLOGIE',
];
