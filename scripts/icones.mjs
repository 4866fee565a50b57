// Rend les icônes d’assets aux tailles que demande le manifeste. Script de mainteneur : les PNG sont versionnés.
// Le dessin tient sur une grille de 16 : chaque taille en est un multiple, les traits tombent sur les pixels.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Celle du complément, puis celles des boutons du ruban. */
const ICONES = {
  icone: [16, 32, 64, 80, 128],
  'icone-controler': [16, 32, 80],
  'icone-reparer': [16, 32, 80],
  'icone-figer': [16, 32, 80],
  'icone-retirer': [16, 32, 80],
};
const chromium = process.env.CHROMIUM ?? 'chromium';
const assets = new URL('../assets/', import.meta.url);

for (const [nom, taille] of Object.entries(ICONES).flatMap(([nom, tailles]) => tailles.map((t) => [nom, t]))) {
  const source = new URL(`${nom}.svg`, assets).href;
  const sortie = fileURLToPath(new URL(`${nom}-${taille}.png`, assets));
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
