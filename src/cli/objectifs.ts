import { feuillesEnXlsx } from '../classeur/xlsx';
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

/** `--objectifs` : les objectifs qu'un inventaire publié encadre. */
export async function sortirLesObjectifs(demande: DemandeDeSortant): Promise<Sortant> {
  const { chemin, fichiers, remplacer } = demande;
  refuserLeNom('--objectifs', chemin, '.xlsx');
  refuserLesFichiers('--objectifs', fichiers, 'un inventaire donne les objectifs de ses communes');
  refuserDeRecrire('--objectifs', chemin, fichiers);
  const ecrire = await ouvrirDestination({ option: '--objectifs', chemin, remplacer });
  return {
    formes: () => ({ objectifs: true }),
    async ecrire(rendus, sortie) {
      const objectifs = duSeulClasseur(rendus, 'objectifs');
      if (!objectifs) return;
      if (objectifs.length === 0)
        throw new Arret(
          '--objectifs : rien n’est écrit, ce classeur n’est pas un inventaire publié (taux, cibles, statuts).',
        );
      await ecrire(await feuillesEnXlsx(objectifs));
      sortie.erreur(`Objectifs écrits : ${montrer(chemin)}. Ce qui est sur fond jaune reste à remplir.`);
    },
  };
}
