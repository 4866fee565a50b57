import { spawnSync } from 'node:child_process';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

export interface Issue {
  readonly code: number | null;
  readonly sortie: string;
  readonly erreurs: string;
}

/** Lance la ligne de commande comme un agent ; sans terminal, donc sans couleur. */
export function processusSru(...mots: string[]): Issue {
  const { status, stdout, stderr } = spawnSync('node', ['bin/mutualisation-sru.mjs', ...mots], { encoding: 'utf8' });
  return { code: status, sortie: stdout, erreurs: stderr };
}

const { port1: port, port2 } = new MessageChannel();
const fini = new Int32Array(new SharedArrayBuffer(4));
let fil: Worker | undefined;
afterAll(() => {
  port.close();
  return fil?.terminate();
});

/** La ligne de commande construite, dans un fil qui sert à tout le fichier d'essais : pour ce qui n'est pas du processus lui-même. */
export function mutualisationSru(...mots: string[]): Issue {
  fil ??= new Worker('./test/outils/fil-de-commande.mjs', {
    workerData: { port: port2, fini },
    transferList: [port2],
    execArgv: [],
  });
  Atomics.store(fini, 0, 0);
  port.postMessage(mots);
  if (Atomics.wait(fini, 0, 0, DELAI) === 'timed-out') throw new Error(`La commande ne rend rien : ${mots.join(' ')}`);
  const issue = receiveMessageOnPort(port)!.message as Issue | { echec: unknown };
  if ('echec' in issue) throw issue.echec;
  return issue;
}
const DELAI = 60_000;
