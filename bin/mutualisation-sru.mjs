#!/usr/bin/env node
import { tsImport } from 'tsx/esm/api';

// `verifier … | head` ferme la sortie avant la fin : ce n’est pas une erreur.
process.stdout.on('error', (erreur) => {
  if (erreur.code !== 'EPIPE') throw erreur;
  process.exit();
});

const { executer } = await tsImport('../src/cli/index.ts', import.meta.url);
process.exitCode = await executer(process.argv.slice(2));
