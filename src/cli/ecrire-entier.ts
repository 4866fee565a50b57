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
  await verifierDestination(destination);
  return (contenu) => ecrireEnsemble([{ destination, contenu }]);
}

export async function verifierDestination(destination: Destination): Promise<void> {
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
}

async function refuserDeRemplacer({ option, chemin, remplacer }: Destination): Promise<void> {
  if (!remplacer && (await lstat(chemin).catch(() => null)))
    throw new Arret(`${option} : « ${chemin} » existe déjà ; ajouter --remplacer pour le remplacer.`);
}

interface AEcrire {
  readonly destination: Destination;
  readonly contenu: string | Uint8Array;
}

/** Tous les fichiers, ou aucun : aucun ne prend sa place avant que le disque les tienne tous. */
export async function ecrireEnsemble(fichiers: readonly AEcrire[]): Promise<void> {
  for (const { destination } of fichiers) await refuserDeRemplacer(destination);
  const provisoire = ({ chemin }: Destination) => `${chemin}.${process.pid}.tmp`;
  const chacun = async (faire: (fichier: AEcrire) => Promise<void>) => {
    for (const fichier of fichiers) {
      await faire(fichier).catch(async (erreur: unknown) => {
        await Promise.all(
          fichiers.map(({ destination: d }) => rm(provisoire(d), { force: true }).catch(() => undefined)),
        );
        const { option, chemin } = fichier.destination;
        throw echecDEcriture(`${option} : « ${chemin} »`, erreur);
      });
    }
  };
  await chacun(({ destination, contenu }) => writeFile(provisoire(destination), contenu, { flag: 'wx' }));
  await chacun(({ destination }) => rename(provisoire(destination), destination.chemin));
}
