import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Un produit de webpack : d'où il vient, où il va, et ce qui le périme. */
interface Construction {
  nom: string;
  arguments: readonly string[];
  temoin: string;
  sources: readonly string[];
}

export const COMPLEMENT = 'dist';
/** Hors du dépôt et de ce qui se livre. */
export const PAGE = 'node_modules/.cache/banc-page';

const CONSTRUCTIONS: readonly Construction[] = [
  {
    nom: 'le complément',
    arguments: ['--mode', 'production'],
    temoin: join(COMPLEMENT, 'volet.html'),
    sources: ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json', 'scripts'],
  },
  {
    nom: 'la page du banc',
    arguments: ['--config', 'test/banc/page/webpack.config.js'],
    temoin: join(PAGE, 'index.html'),
    sources: ['test/banc', 'package-lock.json', 'scripts/exemples/complement.ts'],
  },
];

function dernierChangement(chemin: string): number {
  const etat = statSync(chemin, { throwIfNoEntry: false });
  if (!etat) return 0;
  if (!etat.isDirectory()) return etat.mtimeMs;
  return Math.max(etat.mtimeMs, ...readdirSync(chemin).map((nom) => dernierChangement(join(chemin, nom))));
}

/** Construit ce qui manque ou qui est plus ancien que ses sources. */
export async function construire(racine: string, dire: (phrase: string) => void): Promise<void> {
  for (const { nom, arguments: options, temoin, sources } of CONSTRUCTIONS) {
    const fait = join(racine, temoin);
    const change = Math.max(...sources.map((source) => dernierChangement(join(racine, source))));
    if (existsSync(fait) && statSync(fait).mtimeMs >= change) continue;
    dire(`Construction : ${nom}…`);
    const debut = new Date();
    await lancer(racine, ['node_modules/webpack/bin/webpack.js', ...options]);
    // webpack ne réécrit pas un fichier qui n'a pas changé : son âge ferait tout reconstruire la fois d'après.
    utimesSync(fait, debut, debut);
  }
}

const lancer = (racine: string, args: readonly string[]): Promise<void> =>
  new Promise((fini, echoue) => {
    const enfant = spawn(process.execPath, args, { cwd: racine });
    let sortie = '';
    for (const flux of [enfant.stdout, enfant.stderr]) flux.on('data', (texte) => (sortie += String(texte)));
    enfant.on('error', echoue);
    enfant.on('exit', (code) =>
      code === 0 ? fini() : echoue(new Error(`webpack a échoué (code ${String(code)}) :\n${sortie.trim()}`)),
    );
  });
