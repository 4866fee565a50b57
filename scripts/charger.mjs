import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

// Un module TypeScript, depuis ce dossier, pour ce que la construction en tire. Le tsconfig du projet, et nul autre : le dossier courant
// ne change pas ce qui est lu.
export const charger = (chemin) =>
  tsImport(chemin, {
    parentURL: import.meta.url,
    tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
  });
