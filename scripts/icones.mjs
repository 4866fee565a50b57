// Rend assets/icone.svg aux tailles que demande le manifeste. Script de mainteneur : les PNG sont versionnés.
// Le dessin tient sur une grille de 16 : chaque taille en est un multiple, les traits tombent sur les pixels.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TAILLES = [16, 32, 64, 80, 128];
const chromium = process.env.CHROMIUM ?? 'chromium';
const assets = new URL('../assets/', import.meta.url);
const source = new URL('icone.svg', assets).href;

for (const taille of TAILLES) {
  const sortie = fileURLToPath(new URL(`icone-${taille}.png`, assets));
  const { error, status, stderr } = spawnSync(
    chromium,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--default-background-color=00000000',
      `--window-size=${taille},${taille}`,
      `--screenshot=${sortie}`,
      source,
    ],
    { encoding: 'utf8' },
  );
  if (error || status !== 0) throw error ?? new Error(`Chromium a échoué (${status}) :\n${stderr}`);
  console.log(sortie);
}
