import { basename, extname } from 'node:path';
import { EXTENSIONS, EXTENSIONS_EN_MOTS, FORMES, type FormeDeNote } from '../rapport/formes';
import type { Extrait, Note } from '../rapport/note';
import { ouvrirDestination } from './ecrire-entier';
import { Arret } from './erreurs';
import { montrer } from './montrer';
import { refuserDeRecrire, titreDe, type DemandeDeSortant, type Sortant } from './sortant';
import type { Sortie } from './sortie';

/** `--rapport` : la note de tous les classeurs contrôlés. */
export async function sortirLeRapport(
  demande: DemandeDeSortant,
  cadre: { readonly date: string; readonly version: string },
): Promise<Sortant> {
  const ecrireNote = await ouvrirLeRapport(demande);
  return {
    formes: (note) => ({ note }),
    async ecrire(rendus, sortie) {
      if (rendus.every((r) => r.erreur !== null)) return;
      const { assembler } = await import('../rapport/note');
      const extraits = rendus.map(
        ({ fichier, erreur, extrait }): Extrait => extrait ?? { titre: titreDe(fichier), erreur: erreur ?? '' },
      );
      await ecrireNote(assembler(extraits, cadre), sortie);
    },
  };
}

/** De quoi écrire une note, dans la forme que dit son nom ; et l'annexe de ce qu'un traitement de texte ne porterait pas. */
export async function ouvrirLeRapport({ chemin, fichiers, remplacer }: DemandeDeSortant) {
  const forme = formeDe(chemin);
  if (!forme) throw new Arret(`--rapport : reçu « ${chemin} », attendu un nom en ${EXTENSIONS_EN_MOTS}.`);
  refuserDeRecrire('--rapport', chemin, fichiers);
  const vers = (lieu: string) => ouvrirDestination({ option: '--rapport', chemin: lieu, remplacer });
  const ecrire = await vers(chemin);
  const annexe = `${chemin.slice(0, -extname(chemin).length)}.annexe.xlsx`;
  const ailleurs = (rang: number) => `feuille ${rang} de l’annexe « ${basename(annexe)} »`;
  return async (note: Note, sortie: Sortie): Promise<void> => {
    const { contenu, entiers } = await FORMES[forme].ecrire(note, ailleurs);
    if (entiers.length > 0) {
      const { annexeEnXlsx } = await import('./annexe');
      const ecrireAnnexe = await vers(annexe);
      await ecrireAnnexe(await annexeEnXlsx(entiers));
    }
    await ecrire(contenu);
    for (const ecrit of entiers.length > 0 ? [chemin, annexe] : [chemin])
      sortie.erreur(`Rapport écrit : ${montrer(ecrit)}`);
  };
}

const formeDe = (rapport: string): FormeDeNote | undefined =>
  EXTENSIONS.find((extension) => extname(rapport).toLowerCase() === `.${extension}`);
