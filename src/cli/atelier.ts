import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ecrire } from '../nombres';
import { BORNES, type Bornes } from './bornes';
import { sansResultat, type Rendu, type Tache } from './tache';

/**
 * Fait les tâches dans des fils, un par cœur ; `rendre` reçoit chaque rendu dès qu'il est prêt. Un fichier qui dépasse les bornes rend
 * la phrase qui le dit, et les autres suivent. Des fils, non des processus : rien ne survit à la commande, même tuée.
 */
export async function faireFaire(
  taches: readonly Tache[],
  bornes: Bornes,
  rendre: (rendu: Rendu) => void,
): Promise<void> {
  const file = taches.values();
  const nombre = Math.min(availableParallelism(), taches.length);
  await Promise.all(Array.from({ length: nombre }, () => travailler(file, bornes, rendre)));
}

/** Un ouvrier, et celui qui le remplace s'il tombe. */
async function travailler(file: Iterator<Tache>, bornes: Bornes, rendre: (rendu: Rendu) => void): Promise<void> {
  let ouvrier: Worker | null = null;
  try {
    for (let suivante = file.next(); !suivante.done; suivante = file.next()) {
      const tache = suivante.value;
      ouvrier ??= embaucher(bornes);
      const rendu = await demander(ouvrier, tache, bornes);
      if (typeof rendu !== 'string') rendre(rendu);
      else {
        await ouvrier.terminate();
        ouvrier = null;
        rendre(sansResultat(tache.fichier, rendu));
      }
    }
  } finally {
    await ouvrier?.terminate();
  }
}

let avance: Worker | null = null;

/** Ouvre un fil pendant que la commande se lit encore ; s'il ne sert pas, il ne la retient pas. */
export function prendreDeLAvance(): void {
  avance = ouvrir(BORNES);
  avance.unref();
}

function embaucher(bornes: Bornes): Worker {
  const pret = avance;
  avance = null;
  if (pret === null) return ouvrir(bornes);
  if (bornes.memoire === BORNES.memoire) {
    pret.ref();
    return pret;
  }
  void pret.terminate();
  return ouvrir(bornes);
}

const ouvrir = ({ memoire }: Bornes): Worker =>
  new Worker(new URL('./ouvrier.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoire },
    // Ce que `node` reçoit d'ailleurs ne concerne pas ce fil.
    execArgv: [],
    stderr: true,
    stdout: true,
  });

/** Le rendu d'un fichier, ou la phrase qui dit pourquoi il n'y en a pas. */
function demander(ouvrier: Worker, tache: Tache, { delai, memoire }: Bornes): Promise<Rendu | string> {
  return new Promise((resoudre) => {
    const finir = (rendu: Rendu | string) => {
      clearTimeout(minuterie);
      ouvrier.off('message', finir).off('error', tomber).off('exit', tomber);
      resoudre(rendu);
    };
    const tomber = (cause?: unknown) =>
      finir(
        (cause as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `Le contrôle de ce fichier demande plus de ${ecrire(memoire)} Mio de mémoire : il est interrompu. ${REMEDE} --memoire.`
          : IMPREVUE,
      );
    const minuterie = setTimeout(
      () => finir(`Le contrôle de ce fichier dure plus de ${ecrire(delai)} s : il est interrompu. ${REMEDE} --delai.`),
      delai * 1000,
    );
    ouvrier.on('message', finir).on('error', tomber).on('exit', tomber);
    ouvrier.postMessage(tache);
  });
}

const REMEDE = 'Le réduire aux feuilles utiles, ou relever';
const IMPREVUE =
  'Le contrôle de ce fichier s’est interrompu sur une erreur imprévue du programme : aucun verdict. Le signaler, avec le fichier.';
