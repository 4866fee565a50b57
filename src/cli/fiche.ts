import pc from 'picocolors';
import { noteEnTexte } from '../rapport/note-en-texte';
import { Arret } from './erreurs';
import { ouvrirLeRapport } from './rapport';
import { duSeulClasseur, refuserLesFichiers, type DemandeDeSortant, type Sortant } from './sortant';
import type { StyleDemande } from './tache';

/** `--fiche` : la fiche d'une commune, dans le terminal ; et dans un fichier si `--rapport` en nomme un. */
export async function sortirLaFiche(
  commune: string,
  { rapport, ...demande }: Omit<DemandeDeSortant, 'chemin'> & { readonly rapport: string | null },
  { couleurs, largeur }: StyleDemande,
): Promise<Sortant> {
  refuserLesFichiers('--fiche', demande.fichiers, 'une fiche dit une commune d’un tableau');
  const ecrireNote = rapport === null ? null : await ouvrirLeRapport({ ...demande, chemin: rapport });
  return {
    formes: (etablie) => ({ fiche: { ...etablie, commune } }),
    async ecrire(rendus, sortie) {
      const fiche = duSeulClasseur(rendus, 'fiche');
      if (!fiche) return;
      if (fiche.refus !== null) throw new Arret(`--fiche : ${fiche.refus}`);
      sortie.ecrire(`${noteEnTexte(fiche.note, { couleurs: pc.createColors(couleurs), largeur })}\n`);
      await ecrireNote?.(fiche.note, sortie);
    },
  };
}
