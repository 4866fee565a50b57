import { lireReference } from '../../../classeur/excel/adresses';
import { executer } from '../../../classeur/excel/executer';
import { ecrire } from '../../../nombres';
import { attendreValeurs, pause } from '../calcul';
import { juger, type Chantier, type Point } from '../point';

const PAS = 20;

type Arrivee = { readonly adresse: string; readonly apres: number };

/** Ce qui arrive d'une saisie en A1, dont B1 dépend. */
async function suivre(chantier: Chantier): Promise<ReadonlyMap<string, Arrivee>> {
  const { plage, feuille, patience } = chantier;
  const arrivees = new Map<string, Arrivee>();
  let depart = performance.now();
  const noter = (nom: string) => (evenement: { readonly address: string }) => {
    if (!arrivees.has(nom))
      arrivees.set(nom, {
        adresse: lireReference(evenement.address ?? '')?.adresse ?? '',
        apres: performance.now() - depart,
      });
    return Promise.resolve();
  };
  const abonnements = await executer(async (context) => {
    const onglet = context.workbook.worksheets.getItem(feuille());
    const poses = [onglet.onChanged.add(noter('onChanged')), onglet.onCalculated.add(noter('onCalculated'))];
    await context.sync();
    return poses;
  });
  try {
    depart = performance.now();
    await executer(async (context) => {
      plage(context, 'A1').values = [[20_000]];
      await context.sync();
    });
    while (arrivees.size < abonnements.length && performance.now() - depart < patience) await pause(PAS);
  } finally {
    for (const abonnement of abonnements) {
      abonnement.remove();
      await abonnement.context.sync();
    }
  }
  return arrivees;
}

export const EVENEMENTS: Point = {
  numero: 26,
  titre: 'Événements et leur délai',
  attendu: 'une saisie en A1 : onChanged (A1), puis onCalculated',
  async essayer(chantier) {
    await executer(async (context) => {
      chantier.plage(context, 'A1:B1').formulas = [[10_000, '=SRU.OBJECTIF(A1,1500,20)']];
      await context.sync();
    });
    await attendreValeurs(chantier, 'B1', [165]);
    const arrivees = await suivre(chantier);
    const trouve = ['onChanged', 'onCalculated'].map((nom) => {
      const arrivee = arrivees.get(nom);
      if (!arrivee) return `${nom} : rien en ${ecrire(chantier.patience)} ms`;
      return `${nom} (${arrivee.adresse || 'sans adresse'}) en ${ecrire(arrivee.apres, 0)} ms`;
    });
    return juger(arrivees.size === trouve.length && arrivees.get('onChanged')?.adresse === 'A1', trouve.join(' ; '));
  },
};
