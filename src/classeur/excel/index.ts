import type { Classeur } from '../classeur';
import { annoter, retirerAnnotations } from './annotations';
import { insererColonnes, retirerColonnes } from './colonnes';
import { creerFeuille } from './creation';
import { defaisables } from './defaisables';
import { degeler } from './degel';
import { executer } from './executer';
import { figer } from './figement';
import { formules } from './formules';
import { allerA, inserer } from './insertion';
import { lireTout } from './lecture';
import { garderReglage, lireReglage } from './reglages';
import { annulerReparation, reparer } from './reparation';
import { creerFile, suivre, type Gardees } from './suivi';
import type { FeuilleExcel } from './grille-excel';

/** Le classeur ouvert dans Excel, par Office.js. `nomsDesFonctions` : celles que l'on répare et que l'on fige. */
export function classeurExcel(nomsDesFonctions: readonly string[]): Classeur {
  const gardees: Gardees = { feuilles: new Map(), enFile: creerFile() };
  const nosFormules = formules(nomsDesFonctions);
  /** Les réglages que la lecture en cours va recevoir : un contrôle qui les demande en même temps ne coûte pas un aller-retour de plus. */
  let attendus: Promise<ReadonlyMap<string, unknown>> | null = null;
  return {
    lire(suivi = {}) {
      return new Promise<readonly FeuilleExcel[]>((rendre, refuser) => {
        const reglages = new Promise<ReadonlyMap<string, unknown>>((recevoir, echouer) => {
          const lecture = gardees.enFile(async () => {
            const feuilles = await executer((context) => lireTout(context, suivi, recevoir));
            gardees.feuilles.clear();
            for (const feuille of feuilles) gardees.feuilles.set(feuille.id, feuille);
            return feuilles;
          });
          lecture.then(rendre, (erreur: Error) => {
            echouer(erreur);
            refuser(erreur);
          });
        });
        attendus = reglages;
        const fini = () => {
          if (attendus === reglages) attendus = null;
        };
        reglages.then(fini, fini);
      });
    },
    allerA,
    reglage: async (cle) => (attendus ? ((await attendus).get(cle) ?? null) : lireReglage(cle)),
    garder: garderReglage,
    surChangement: (rappel) => suivre(gardees, rappel),
    ecriture: {
      annoter,
      retirerAnnotations,
      reparerFormules: () => reparer(nosFormules),
      annulerReparation: () => annulerReparation(),
      figer: () => figer(nosFormules),
      degeler: () => degeler(),
      defaisables,
      creerFeuille,
      inserer,
      insererColonnes,
      retirerColonnes,
    },
  };
}
