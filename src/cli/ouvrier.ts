/** Le fil qui contrôle les fichiers, un à un : il s'interrompt sans emporter la commande. */
import { parentPort } from 'node:worker_threads';
import { rendre } from './rendu';
import type { Tache } from './tache';

parentPort?.on('message', (tache: Tache) => void rendre(tache).then((rendu) => parentPort?.postMessage(rendu)));
