#!/usr/bin/env node
// Lance la ligne de commande construite par `npm run build`. Ce qui échoue ici n’est jamais un verdict : code 70.
const ECHEC = 70;

const echouer = (phrase) => {
  try {
    process.stderr.write(`${phrase}\n`);
  } finally {
    process.exit(ECHEC);
  }
};

process.stdout.on('error', ({ code }) => {
  // `verifier … | head` ferme la sortie avant la fin : rien à en dire, mais le résultat n’a pas été rendu en entier.
  if (code === 'EPIPE') process.exit(ECHEC);
  echouer(`Le résultat ne peut pas être écrit en entier${code === 'ENOSPC' ? ' : le disque est plein' : ''}.`);
});
process.stderr.on('error', () => process.exit(ECHEC));
process.on('uncaughtException', (erreur) => {
  if (process.env.MUTUALISATION_SRU_DEBOGUER) console.error(erreur);
  echouer('L’outil a échoué sur une erreur imprévue : aucun verdict. La signaler, avec la commande tapée.');
});

const { executer } = await import('../dist/cli/mutualisation-sru.mjs').catch((erreur) => {
  if (erreur.code !== 'ERR_MODULE_NOT_FOUND') throw erreur;
  echouer('La ligne de commande n’est pas construite : lancer « npm run build » dans le dossier de l’outil.');
});
process.exitCode = await executer(process.argv.slice(2));
