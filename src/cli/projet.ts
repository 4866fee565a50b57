import { extname, resolve } from 'node:path';
import type { Projet } from '../rapport/projet';
import { Arret } from './erreurs';
import type { Ecrire } from './ecrire-entier';
import { montrer } from './montrer';
import type { Sortie } from './sortie';

/** Avant le contrôle : un nom en .docx, un seul classeur, et jamais l'un des fichiers qu'on contrôle ou qu'on écrit. */
export function refuserLeProjet(projet: string, fichiers: readonly string[], rapport: string | null): void {
  if (extname(projet).toLowerCase() !== '.docx')
    throw new Arret(`--projet : reçu « ${projet} », attendu un nom en .docx.`);
  if (fichiers.length !== 1)
    throw new Arret(`--projet : reçu ${fichiers.length} classeurs, attendu un seul : un projet rédige un contrat.`);
  if (fichiers.some((fichier) => resolve(fichier) === resolve(projet)))
    throw new Arret(`--projet : « ${projet} » est le fichier à contrôler, il n’est jamais récrit.`);
  if (rapport !== null && resolve(rapport) === resolve(projet))
    throw new Arret(`--projet : « ${projet} » est aussi le nom donné à --rapport.`);
}

/** Écrit le projet, ou lève la phrase qui dit pourquoi il n'y en a pas. */
export async function ecrireLeProjet(chemin: string, projet: Projet, ecrire: Ecrire, sortie: Sortie): Promise<void> {
  if (projet.refus !== null) throw new Arret(`--projet : rien n’est écrit, ${projet.refus}`);
  const { noteEnDocx } = await import('../rapport/note/docx');
  await ecrire(await noteEnDocx(projet.note));
  sortie.erreur(
    `Projet de contrat écrit : ${montrer(chemin)} (${projet.blancs} passages à compléter, surlignés ; sa liste de vérification dit le reste).`,
  );
}
