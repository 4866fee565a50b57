import { spawnSync } from 'node:child_process';

/** Lance la ligne de commande comme un agent ; sans terminal, donc sans couleur. */
export function mutualisationSru(...mots: string[]): { code: number | null; sortie: string; erreurs: string } {
  const { status, stdout, stderr } = spawnSync('node', ['bin/mutualisation-sru.mjs', ...mots], { encoding: 'utf8' });
  return { code: status, sortie: stdout, erreurs: stderr };
}
