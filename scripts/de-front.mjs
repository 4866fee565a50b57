// Lance des commandes de front, autant que la machine a de cœurs, la dernière nommée d’abord (ce qu’on ajoute par « -- » est le plus
// long) ; chacune se dit quand elle finit, avec sa sortie si elle échoue. Échoue si l’une échoue.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const file = process.argv.slice(2).reverse().values();

const lancer = (commande) =>
  new Promise((fini) => {
    const enfant = spawn(commande, { shell: true });
    let dit = '';
    for (const flux of [enfant.stdout, enfant.stderr]) flux.setEncoding('utf8').on('data', (texte) => (dit += texte));
    enfant.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${commande}${code === 0 ? '' : `\n${dit}`}`);
      if (code !== 0) process.exitCode = 1;
      fini();
    });
  });

const servir = async () => {
  for (const commande of file) await lancer(commande);
};
await Promise.all(Array.from({ length: availableParallelism() }, servir));
