import { ecrireJourEnLettres } from '../nombres';
import { ouvrirDestination } from './ecrire-entier';
import { montrer } from './montrer';
import { refuserDeRecrire, refuserLeNom, titreDe, type DemandeDeSortant, type Sortant } from './sortant';
import type { Rendu } from './tache';

/** `--portrait` : les portraits de tous les tableaux contrôlés, en un seul dessin. */
export async function sortirLePortrait(demande: DemandeDeSortant): Promise<Sortant> {
  const { chemin, fichiers, remplacer } = demande;
  refuserLeNom('--portrait', chemin, '.svg');
  refuserDeRecrire('--portrait', chemin, fichiers);
  const ecrire = await ouvrirDestination({ option: '--portrait', chemin, remplacer });
  return {
    formes: (portrait) => ({ portrait }),
    async ecrire(rendus, sortie) {
      const portraits = rendus.flatMap(({ portrait }) => portrait?.portraits ?? []);
      if (portraits.length === 0) return;
      const { portraitsEnSvg } = await import('../rapport/portrait');
      await ecrire(portraitsEnSvg(portraits, pied(rendus)));
      sortie.erreur(`Portrait écrit : ${montrer(chemin)}`);
    },
  };
}

/** Qui l'a établi, quand, d'après quoi ; et les fichiers demandés qui n'y sont pas. */
function pied(rendus: readonly Rendu[]): string {
  const noms = (parmi: readonly Rendu[]) => parmi.map(({ fichier }) => `« ${titreDe(fichier)} »`).join(', ');
  const lus = rendus.filter(({ portrait }) => portrait && portrait.portraits.length > 0);
  const laisses = rendus.filter((rendu) => !lus.includes(rendu));
  const { date, version } = lus[0]!.portrait!;
  const sans = laisses.length > 0 ? `, sans ${noms(laisses)}, non contrôlés` : '';
  return `Établi le ${ecrireJourEnLettres(date)} par Mutualisation SRU ${version}, d’après ${noms(lus)}${sans}.`;
}
