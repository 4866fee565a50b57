import { ouvrirDestination } from './ecrire-entier';
import { Arret } from './erreurs';
import { montrer } from './montrer';
import {
  duSeulClasseur,
  refuserDeRecrire,
  refuserLeNom,
  refuserLesFichiers,
  type DemandeDeSortant,
  type Sortant,
} from './sortant';

/** `--projet` : le projet du contrat que le tableau porte. */
export async function sortirLeProjet(demande: DemandeDeSortant): Promise<Sortant> {
  const { chemin, fichiers, remplacer } = demande;
  refuserLeNom('--projet', chemin, '.docx');
  refuserLesFichiers('--projet', fichiers, 'un projet rédige un contrat');
  refuserDeRecrire('--projet', chemin, fichiers);
  const ecrire = await ouvrirDestination({ option: '--projet', chemin, remplacer });
  return {
    formes: (projet) => ({ projet }),
    async ecrire(rendus, sortie) {
      const projet = duSeulClasseur(rendus, 'projet');
      if (!projet) return;
      if (projet.refus !== null) throw new Arret(`--projet : rien n’est écrit, ${projet.refus}`);
      const { noteEnDocx } = await import('../rapport/note/docx');
      await ecrire(await noteEnDocx(projet.note));
      sortie.erreur(
        `Projet de contrat écrit : ${montrer(chemin)} (${projet.blancs} passages à compléter, surlignés ; sa liste de vérification dit le reste).`,
      );
    },
  };
}
