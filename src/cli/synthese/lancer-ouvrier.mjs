// Un ouvrier de la synthèse, dans son processus : il lance les sources, comme bin/mutualisation-sru.mjs.
import { tsImport } from 'tsx/esm/api';

const { servir } = await tsImport('./ouvrier.ts', import.meta.url);
servir();
