// Met en état de marche : installe les dépendances quand elles manquent ou sont plus anciennes que package-lock.json, construit la
// ligne de commande quand ses sources ont changé, puis rend la main.
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ENTREE } from './ligne-de-commande.mjs';

const date = (fichier) => statSync(fichier).mtimeMs;
const derniere = (dossier) =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .reduce((max, { parentPath, name }) => Math.max(max, date(join(parentPath, name))), 0);

const TEMOIN = 'node_modules/.package-lock.json';
if (!existsSync(TEMOIN) || date(TEMOIN) < date('package-lock.json')) {
  console.error('Installation des dépendances (npm ci)…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) abandonner('L’installation a échoué : voir le message de npm ci ci-dessus.', status);
}

const CONSTRUCTEURS = ['ligne-de-commande', 'construire-ligne-de-commande', 'licences'].map(
  (nom) => `scripts/${nom}.mjs`,
);
const sources = () => Math.max(derniere('src'), ...['package.json', TEMOIN, ...CONSTRUCTEURS].map(date));
if (!existsSync(ENTREE) || date(ENTREE) < sources()) {
  console.error('Construction de la ligne de commande…');
  const { construire } = await import('./construire-ligne-de-commande.mjs');
  const echec = await construire();
  if (echec) abandonner(`La construction a échoué.\n${echec}`);
  utimesSync(ENTREE, new Date(), new Date());
}

function abandonner(phrase, status) {
  console.error(phrase);
  process.exit(status || 1);
}
