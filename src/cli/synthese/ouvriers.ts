import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OptionsVerifier } from '../verifier';
import type { Tache } from './ouvrier';
import type { ResumeFichier } from './resume';

const OUVRIER = fileURLToPath(new URL('./lancer-ouvrier.mjs', import.meta.url));
/** En Mio ; le plus lourd des fichiers admis demande un peu plus d'un gibioctet. */
const MEMOIRE = 2048;
const ECRASE = 'Le contrôle de ce fichier s’est interrompu (mémoire insuffisante ?) : le réduire aux feuilles utiles.';

/**
 * Contrôle les fichiers sur tous les cœurs ; `rendre` reçoit chaque résumé dès qu'il est prêt. Des processus plutôt que des fils :
 * `tsx` ne se charge pas dans un fil né d'un programme qu'il a lui-même chargé.
 */
export async function controlerEnParallele(
  fichiers: readonly string[],
  options: OptionsVerifier,
  rendre: (resume: ResumeFichier) => void,
): Promise<void> {
  const file = fichiers.values();
  const nombre = Math.min(availableParallelism(), fichiers.length);
  await Promise.all(Array.from({ length: nombre }, () => travailler(file, options, rendre)));
}

/** Un ouvrier, et celui qui le remplace s'il tombe : un fichier qui fait tomber le sien est illisible, les autres suivent. */
async function travailler(
  file: Iterator<string>,
  options: OptionsVerifier,
  rendre: (resume: ResumeFichier) => void,
): Promise<void> {
  let ouvrier: ChildProcess | null = null;
  try {
    for (let suivant = file.next(); !suivant.done; suivant = file.next()) {
      const fichier = suivant.value;
      ouvrier ??= embaucher();
      const resume = await demander(ouvrier, { fichier, options });
      if (!resume) ouvrier = null;
      rendre(resume ?? { fichier, erreur: ECRASE, tableaux: [] });
    }
  } finally {
    ouvrier?.kill();
  }
}

const embaucher = (): ChildProcess =>
  fork(OUVRIER, [], {
    // `advanced` : les correspondances de colonnes sont une Map.
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MEMOIRE}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });

/** Le résumé d'un fichier, ou `null` si l'ouvrier est tombé. */
function demander(ouvrier: ChildProcess, tache: Tache): Promise<ResumeFichier | null> {
  return new Promise((resoudre) => {
    const finir = (resume: ResumeFichier | null) => {
      ouvrier.off('message', repondre).off('exit', tomber).off('error', tomber);
      resoudre(resume);
    };
    const repondre = (resume: unknown) => finir(resume as ResumeFichier);
    const tomber = () => finir(null);
    ouvrier.on('message', repondre).on('exit', tomber).on('error', tomber);
    ouvrier.send(tache);
  });
}
