import { cimsConstats } from './cims-constats';
import { cimsPlancher } from './cims-plancher';
import { cimsValider } from './cims-valider';
import { cmsPlancher } from './cms-plancher';
import { cmsValider } from './cms-valider';
import type { FonctionsDuDroit } from './registre-droit';
import { sruExpliquer } from './sru-expliquer';
import { sruManquants } from './sru-manquants';
import { sruObjectif } from './sru-objectif';
import { sruObjectifDepuis } from './sru-objectif-depuis';
import { sruRattrapage } from './sru-rattrapage';
import { sruTableau } from './sru-tableau';
import { sruTaux } from './sru-taux';
import { gardee, type Fonction } from './valeurs';

export type { Fonction };

type NomDuDroit = keyof FonctionsDuDroit;

/** Le nombre d'arguments de chaque fonction chargée à son premier appel, que lisent la ligne de commande et les essais. */
const ARITES_DU_DROIT: { readonly [Nom in NomDuDroit]: Required<Parameters<FonctionsDuDroit[Nom]>>['length'] } = {
  'APL.CLAUSEMIXITE': 5,
  'APL.MAJORATIONPLAI': 4,
  'APL.NPL': 5,
  'APL.PLD': 0,
  'APL.SLS': 4,
  'ATTRIB.HORSQPV': 3,
  'ATTRIB.QPV': 3,
  'ATTRIB.SUBSTITUTION': 5,
  'CALENDRIER.SRU': 1,
  'CIMS.REPARTIR': 4,
  'CMS.DUREE': 4,
  'SRU.BILAN': 7,
  'SRU.CIBLE': 4,
  'SRU.DECONVENTIONNEMENT': 7,
  'SRU.EXEMPTION': 5,
  'SRU.RANG': 3,
  'SRU.MAJORATION': 3,
  'SRU.PRELEVEMENT': 8,
  'SRU.PRELEVEMENT.EXONERE': 6,
  'SRU.PRELEVEMENT.EXPLIQUER': 8,
  'SRU.PRELEVEMENT.MAJORE': 5,
  'SRU.PROGRAMME': 4,
  'SRU.REPORT': 3,
  'SRU.SOUMISE': 7,
  'SRU.TRAJECTOIRE': 7,
  'SRU.TYPOLOGIE': 6,
};

/** Une fonction chargée à son premier appel, pour que les fonctions répondent avant tout le reste (budget de fonctions.js). */
const differee = (nom: NomDuDroit): Fonction =>
  Object.defineProperty(
    async (...plages: never[]) => {
      const { FONCTIONS_DU_DROIT } = await import('./registre-droit');
      const fonction: Fonction = FONCTIONS_DU_DROIT[nom];
      return fonction(...plages);
    },
    'length',
    { value: ARITES_DU_DROIT[nom] },
  );

const IMMEDIATES: Readonly<Record<string, Fonction>> = {
  'CIMS.CONSTATS': cimsConstats,
  'CIMS.PLANCHER': cimsPlancher,
  'CIMS.VALIDER': cimsValider,
  'CMS.PLANCHER': cmsPlancher,
  'CMS.VALIDER': cmsValider,
  'SRU.EXPLIQUER': sruExpliquer,
  'SRU.MANQUANTS': sruManquants,
  'SRU.OBJECTIF': sruObjectif,
  'SRU.OBJECTIF.DEPUIS': sruObjectifDepuis,
  'SRU.RATTRAPAGE': sruRattrapage,
  'SRU.TABLEAU': sruTableau,
  'SRU.TAUX': sruTaux,
};

/** Les fonctions publiques, sous le nom que l'agent tape ; noms et ordre des arguments ne changent plus. */
export const FONCTIONS: Readonly<Record<string, Fonction>> = Object.fromEntries(
  [
    ...Object.entries(IMMEDIATES),
    ...(Object.keys(ARITES_DU_DROIT) as NomDuDroit[]).map((nom) => [nom, differee(nom)] as const),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([nom, fonction]) => [nom, gardee(fonction)]),
);
