import { bilansEnXlsx } from '../rapport/bilan-national';
import { ouvrirDestination } from './ecrire-entier';
import { Arret } from './erreurs';
import { montrer } from './montrer';
import { refuserDeRecrire, refuserLeNom, type DemandeDeSortant, type Sortant } from './sortant';

/** `--bilan` : les bilans triennaux des fichiers contrôlés, aux titres de colonnes du ministère ; une feuille chacun. */
export async function sortirLeBilan(demande: DemandeDeSortant): Promise<Sortant> {
  const { chemin, fichiers, remplacer } = demande;
  refuserLeNom('--bilan', chemin, '.xlsx');
  refuserDeRecrire('--bilan', chemin, fichiers);
  const ecrire = await ouvrirDestination({ option: '--bilan', chemin, remplacer });
  return {
    formes: ({ date, version }) => ({ bilan: { date, version } }),
    async ecrire(rendus, sortie) {
      // Rien n'a pu être contrôlé : le code de sortie le dit déjà.
      if (rendus.every((r) => r.bilans === undefined || (r.erreur !== null && r.verdict === null))) return;
      const bilans = rendus.flatMap((r) => r.bilans ?? []);
      const refuses = bilans.flatMap((b) => ('refus' in b ? [`« ${montrer(b.feuille)} » : ${b.refus}`] : []));
      const ecrits = bilans.flatMap((b) => ('refus' in b ? [] : [b]));
      if (bilans.length === 0)
        throw new Arret('--bilan : rien n’est écrit, aucun bilan triennal ici (des objectifs et des réalisés).');
      if (ecrits.length === 0) throw new Arret(`--bilan : rien n’est écrit. ${refuses.join(' ')}`);
      await ecrire(await bilansEnXlsx(ecrits.flatMap(({ feuilles }) => feuilles)));
      sortie.erreur(`Bilan écrit, aux titres de colonnes du ministère : ${montrer(chemin)}`);
      for (const refus of refuses) sortie.erreur(`Un bilan n’y est pas. ${refus}`);
      const aTrancher = ecrits.flatMap((b) => b.aTrancher);
      if (aTrancher.length > 0)
        sortie.erreur(`À trancher avant l’envoi :\n${aTrancher.map((phrase) => `- ${phrase}`).join('\n')}`);
    },
  };
}
