import type { Classeur } from '../classeur';
import { annoter, retirerAnnotations } from './annotations';
import { creerFeuille } from './creation';
import { degeler } from './degel';
import { executer } from './executer';
import { figer } from './figement';
import { formules } from './formules';
import { allerA, inserer, insererColonnes } from './insertion';
import { lireTout } from './lecture';
import { garderReglage, lireReglage } from './reglages';
import { annulerReparation, reparer } from './reparation';
import { suivre, type Gardees } from './suivi';

/** Le classeur ouvert dans Excel, par Office.js. `nomsDesFonctions` : celles que l'on répare et que l'on fige. */
export function classeurExcel(nomsDesFonctions: readonly string[]): Classeur {
  const gardees: Gardees = { feuilles: new Map(), legende: null };
  const nosFormules = formules(nomsDesFonctions);
  return {
    async lire(suivi) {
      const { feuilles, legende } = await executer((context) => lireTout(context, suivi));
      gardees.feuilles.clear();
      for (const feuille of feuilles) gardees.feuilles.set(feuille.id, feuille);
      gardees.legende = legende;
      return feuilles;
    },
    allerA,
    reglage: lireReglage,
    garder: garderReglage,
    surChangement: (rappel) => suivre(gardees, rappel),
    ecriture: {
      annoter,
      retirerAnnotations,
      reparerFormules: () => reparer(nosFormules),
      annulerReparation,
      figer: () => figer(nosFormules),
      degeler,
      creerFeuille,
      inserer,
      insererColonnes,
    },
  };
}
