import { executer } from '../../../classeur/excel/executer';
import { demanderReglage, poserReglage } from '../../../classeur/excel/reglages';
import { ecrire } from '../../../nombres';
import { juger, type Point } from '../point';

const TAILLES = [100, 1_000];
const KILO = 1_000;
const CLE = 'SRU.essai';

export const REGLAGES: Point = {
  numero: 44,
  titre: 'Taille des réglages',
  attendu: `${TAILLES.map((ko) => `${ecrire(ko)} ko`).join(' puis ')} écrits, relus, retirés`,
  async essayer() {
    const relues: string[] = [];
    for (const ko of TAILLES) {
      const relue = await executer(async (context) => {
        const voulue = '.'.repeat(ko * KILO);
        try {
          poserReglage(context, CLE, voulue);
          const lire = demanderReglage(context, CLE);
          await context.sync();
          return lire() === voulue;
        } finally {
          poserReglage(context, CLE, null);
          await context.sync();
        }
      });
      relues.push(`${ecrire(ko)} ko ${relue ? 'relus' : 'relus autrement'}`);
    }
    const reste = await executer(async (context) => {
      const lire = demanderReglage(context, CLE);
      await context.sync();
      return lire() !== null;
    });
    return juger(
      !reste && relues.every((r) => r.endsWith('relus')),
      [...relues, reste ? 'pas retirés' : 'retirés'].join(', '),
    );
  },
};
