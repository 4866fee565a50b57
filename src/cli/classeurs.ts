import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Un chemin qui ne mène à aucun classeur, avec la phrase qui le dit. */
export interface Impasse {
  readonly fichier: string;
  readonly erreur: string;
}

export interface Recherche {
  readonly classeurs: readonly string[];
  readonly impasses: readonly Impasse[];
}

const CLASSEUR = /\.(?:xlsx|xlsm|xls|ods|csv)$/i;
/** Les fichiers cachés, et ceux qu'Excel et LibreOffice posent à côté d'un classeur ouvert. */
const ECARTE = /^(?:\.|~\$)/;

/** Les classeurs à contrôler : les fichiers nommés tels quels, les dossiers fouillés en entier, dans l'ordre des noms. */
export async function trouverClasseurs(chemins: readonly string[]): Promise<Recherche> {
  const classeurs: string[] = [];
  const impasses: Impasse[] = [];
  for (const chemin of chemins) {
    const dossier = await stat(chemin).then(
      (etat) => etat.isDirectory(),
      () => false,
    );
    if (!dossier) classeurs.push(chemin);
    else {
      const avant = classeurs.length + impasses.length;
      await fouiller(chemin, classeurs, impasses);
      if (classeurs.length + impasses.length === avant)
        impasses.push({ fichier: chemin, erreur: 'Aucun classeur (xlsx, xlsm, xls, ods, csv) dans ce dossier.' });
    }
  }
  return { classeurs, impasses };
}

async function fouiller(dossier: string, classeurs: string[], impasses: Impasse[]): Promise<void> {
  const entrees = await readdir(dossier, { withFileTypes: true }).catch(() => null);
  if (!entrees) {
    impasses.push({ fichier: dossier, erreur: 'Le dossier ne peut pas être lu (droits d’accès ?).' });
    return;
  }
  for (const entree of entrees.sort((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }))) {
    if (ECARTE.test(entree.name)) continue;
    const chemin = join(dossier, entree.name);
    if (entree.isDirectory()) await fouiller(chemin, classeurs, impasses);
    else if (CLASSEUR.test(entree.name)) classeurs.push(chemin);
  }
}
