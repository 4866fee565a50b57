import { cimsConstats } from './cims-constats';
import { cimsPlancher } from './cims-plancher';
import { cimsValider } from './cims-valider';
import { cmsPlancher } from './cms-plancher';
import { cmsValider } from './cms-valider';
import { sruExpliquer } from './sru-expliquer';
import { sruManquants } from './sru-manquants';
import { sruObjectif } from './sru-objectif';
import { sruObjectifDepuis } from './sru-objectif-depuis';
import { sruRattrapage } from './sru-rattrapage';
import { sruTableau } from './sru-tableau';
import { sruTaux } from './sru-taux';
import { gardee, type Fonction } from './valeurs';

export type { Fonction };

/**
 * Une fonction chargée à son premier appel, pour que les fonctions répondent avant tout le reste (budget de fonctions.js).
 * @param arite nombre de ses arguments, que lisent la ligne de commande et les essais
 */
const differee = (nom: string, arite: number): Fonction =>
  Object.defineProperty(
    async (...plages: never[]) => {
      const { FONCTIONS_DU_DROIT } = await import('./registre-droit');
      return FONCTIONS_DU_DROIT[nom]!(...plages);
    },
    'length',
    { value: arite },
  );

const PUBLIQUES: Readonly<Record<string, Fonction>> = {
  'APL.CLAUSEMIXITE': differee('APL.CLAUSEMIXITE', 4),
  'APL.MAJORATIONPLAI': differee('APL.MAJORATIONPLAI', 3),
  'APL.NPL': differee('APL.NPL', 4),
  'APL.PLD': differee('APL.PLD', 0),
  'APL.SLS': differee('APL.SLS', 3),
  'ATTRIB.HORSQPV': differee('ATTRIB.HORSQPV', 2),
  'ATTRIB.QPV': differee('ATTRIB.QPV', 2),
  'ATTRIB.SUBSTITUTION': differee('ATTRIB.SUBSTITUTION', 4),
  'CALENDRIER.SRU': differee('CALENDRIER.SRU', 1),
  'CIMS.CONSTATS': cimsConstats,
  'CIMS.PLANCHER': cimsPlancher,
  'CIMS.REPARTIR': differee('CIMS.REPARTIR', 3),
  'CIMS.VALIDER': cimsValider,
  'CMS.DUREE': differee('CMS.DUREE', 3),
  'CMS.PLANCHER': cmsPlancher,
  'CMS.VALIDER': cmsValider,
  'SRU.BILAN': differee('SRU.BILAN', 6),
  'SRU.CIBLE': differee('SRU.CIBLE', 3),
  'SRU.DECONVENTIONNEMENT': differee('SRU.DECONVENTIONNEMENT', 6),
  'SRU.EXEMPTION': differee('SRU.EXEMPTION', 4),
  'SRU.EXPLIQUER': sruExpliquer,
  'SRU.MAJORATION': differee('SRU.MAJORATION', 2),
  'SRU.MANQUANTS': sruManquants,
  'SRU.OBJECTIF': sruObjectif,
  'SRU.OBJECTIF.DEPUIS': sruObjectifDepuis,
  'SRU.PRELEVEMENT': differee('SRU.PRELEVEMENT', 7),
  'SRU.PRELEVEMENT.EXONERE': differee('SRU.PRELEVEMENT.EXONERE', 5),
  'SRU.PRELEVEMENT.EXPLIQUER': differee('SRU.PRELEVEMENT.EXPLIQUER', 7),
  'SRU.PRELEVEMENT.MAJORE': differee('SRU.PRELEVEMENT.MAJORE', 4),
  'SRU.PROGRAMME': differee('SRU.PROGRAMME', 3),
  'SRU.RATTRAPAGE': sruRattrapage,
  'SRU.REPORT': differee('SRU.REPORT', 2),
  'SRU.SOUMISE': differee('SRU.SOUMISE', 6),
  'SRU.TABLEAU': sruTableau,
  'SRU.TAUX': sruTaux,
  'SRU.TRAJECTOIRE': differee('SRU.TRAJECTOIRE', 6),
  'SRU.TYPOLOGIE': differee('SRU.TYPOLOGIE', 5),
};

/** Les fonctions publiques, sous le nom que l'agent tape ; noms et ordre des arguments ne changent plus. */
export const FONCTIONS: Readonly<Record<string, Fonction>> = Object.fromEntries(
  Object.entries(PUBLIQUES).map(([nom, fonction]) => [nom, gardee(fonction)]),
);
