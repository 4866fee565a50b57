/** Le fil qui contrôle les fichiers, un à un : il s'interrompt sans emporter la commande. */
import { parentPort } from 'node:worker_threads';
import { rendre, type Tache } from './rendu';

parentPort?.on('message', (tache: Tache) => void rendre(tache).then((rendu) => parentPort?.postMessage(rendu)));
