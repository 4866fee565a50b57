// La ligne de commande construite, dans un fil que cli.ts interroge : ce que `bin` lance, sans un processus à chaque essai.
import { workerData } from 'node:worker_threads';
import { executer } from '../../dist/cli/mutualisation-sru.mjs';

const { port, fini } = workerData;
const ecrits = { sortie: '', erreurs: '' };
const retenir = (nom) => (texte) => {
  ecrits[nom] += texte;
  return true;
};
process.stdout.write = retenir('sortie');
process.stderr.write = retenir('erreurs');

port.on('message', async (mots) => {
  ecrits.sortie = ecrits.erreurs = '';
  const issue = await executer(mots).then(
    (code) => ({ code, ...ecrits }),
    (echec) => ({ echec }),
  );
  port.postMessage(issue);
  Atomics.store(fini, 0, 1);
  Atomics.notify(fini, 0);
});
