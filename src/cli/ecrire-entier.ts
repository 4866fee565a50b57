import { constants } from 'node:fs';
import { access, lstat, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Arret, causeDe, echecDEcriture } from './erreurs';

/** Où une option écrit, et si l'agent veut qu'un fichier qui y est déjà soit remplacé. */
export interface Destination {
  /** L'option, que chaque phrase nomme. */
  readonly option: string;
  readonly chemin: string;
  readonly remplacer: boolean;
}

/** Écrit le fichier entier, ou rien : à côté, puis à sa place. */
export type Ecrire = (contenu: string | Uint8Array) => Promise<void>;

/**
 * De quoi écrire, avant un long contrôle : refuse un chemin où rien ne pourrait s'écrire, et un fichier qu'on n'a pas dit de remplacer.
 */
export async function ouvrirDestination(destination: Destination): Promise<Ecrire> {
  const { option, chemin } = destination;
  try {
    const deja = await stat(chemin).catch(() => null);
    if (deja?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(dirname(chemin), constants.W_OK);
    if (deja) await access(chemin, constants.W_OK);
  } catch (erreur) {
    throw new Arret(`${option} : « ${chemin} » ne peut pas être écrit : ${causeDe(erreur)}.`);
  }
  await refuserDeRemplacer(destination);
  return (contenu) => ecrireEntier(destination, contenu);
}

async function refuserDeRemplacer({ option, chemin, remplacer }: Destination): Promise<void> {
  if (!remplacer && (await lstat(chemin).catch(() => null)))
    throw new Arret(`${option} : « ${chemin} » existe déjà ; ajouter --remplacer pour le remplacer.`);
}

async function ecrireEntier(destination: Destination, contenu: string | Uint8Array): Promise<void> {
  const { option, chemin } = destination;
  await refuserDeRemplacer(destination);
  const provisoire = `${chemin}.${process.pid}.tmp`;
  try {
    await writeFile(provisoire, contenu, { flag: 'wx' });
    await rename(provisoire, chemin);
  } catch (erreur) {
    await rm(provisoire, { force: true }).catch(() => undefined);
    throw echecDEcriture(`${option} : « ${chemin} »`, erreur);
  }
}
