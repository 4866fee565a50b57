import { constants } from 'node:fs';
import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Arret, causeDe, echecDEcriture } from './erreurs';

/** Avant un long contrôle : refuse un chemin où rien ne pourrait s'écrire. `option` le nomme dans la phrase. */
export async function verifierEcriture(option: string, chemin: string): Promise<void> {
  try {
    const deja = await stat(chemin).catch(() => null);
    if (deja?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(dirname(chemin), constants.W_OK);
    if (deja) await access(chemin, constants.W_OK);
  } catch (erreur) {
    throw new Arret(`${option} : « ${chemin} » ne peut pas être écrit : ${causeDe(erreur)}.`);
  }
}

/** Écrit un fichier entier, ou rien : à côté, puis à sa place. */
export async function ecrireEntier(option: string, chemin: string, contenu: string | Uint8Array): Promise<void> {
  const provisoire = `${chemin}.${process.pid}.tmp`;
  try {
    await writeFile(provisoire, contenu, { flag: 'wx' });
    await rename(provisoire, chemin);
  } catch (erreur) {
    await rm(provisoire, { force: true }).catch(() => undefined);
    throw echecDEcriture(`${option} : « ${chemin} »`, erreur);
  }
}
