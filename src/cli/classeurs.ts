import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Un chemin qui ne mène à aucun classeur, avec la phrase qui le dit. */
export interface Impasse {
  readonly fichier: string;
  readonly erreur: string;
}

export interface Recherche {
  readonly classeurs: readonly string[];
  readonly impasses: readonly Impasse[];
}

/** Un modèle se lit comme un classeur. */
const CLASSEUR = /\.(?:xlsx|xlsm|xlsb|xls|ods|csv|xltx|xltm|xlt|ots)$/i;
/** Ce qu'un tableur écrit aussi, et que l'outil ne lit pas. */
const AUTRE_FORMAT = /\.(?:numbers|fods|tsv|wk[1-4]|xlw|gsheet)$/i;
/** Les fichiers cachés, et ceux qu'Excel et LibreOffice posent à côté d'un classeur ouvert. */
const ECARTE = /^(?:\.|~\$)/;

/** Les classeurs à contrôler : les fichiers nommés tels quels, les dossiers fouillés en entier, dans l'ordre des noms. */
export async function trouverClasseurs(chemins: readonly string[]): Promise<Recherche> {
  const classeurs: string[] = [];
  const impasses: Impasse[] = [];
  for (const chemin of chemins) {
    if (!(await estDossier(chemin))) classeurs.push(chemin);
    else {
      const avant = classeurs.length + impasses.length;
      await fouiller(chemin, classeurs, impasses);
      if (classeurs.length + impasses.length === avant)
        impasses.push({ fichier: chemin, erreur: 'Aucun classeur (xlsx, xlsm, xls, ods, csv) dans ce dossier.' });
    }
  }
  return { classeurs, impasses };
}

/** Un dossier et l'un de ses sous-dossiers donnés ensemble ne font pas compter deux fois leurs fichiers. */
export function sansDoublons(chemins: readonly string[]): string[] {
  const premiers = new Map<string, string>();
  for (const chemin of chemins) if (!premiers.has(resolve(chemin))) premiers.set(resolve(chemin), chemin);
  return [...premiers.values()];
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
    else if (entree.isSymbolicLink() && (await estDossier(chemin)))
      impasses.push({ fichier: chemin, erreur: 'Lien vers un dossier : il n’est pas suivi ; le nommer à part.' });
    else if (CLASSEUR.test(entree.name)) classeurs.push(chemin);
    else if (AUTRE_FORMAT.test(entree.name))
      impasses.push({ fichier: chemin, erreur: 'Format non contrôlé : l’enregistrer en xlsx, ods ou csv.' });
  }
}

const estDossier = (chemin: string): Promise<boolean> =>
  stat(chemin).then(
    (etat) => etat.isDirectory(),
    () => false,
  );
