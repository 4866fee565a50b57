// Installe les dépendances quand elles manquent ou sont plus anciennes que package-lock.json, puis rend la main.
import { existsSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const temoin = 'node_modules/.package-lock.json';
const aJour = existsSync(temoin) && statSync(temoin).mtimeMs >= statSync('package-lock.json').mtimeMs;

if (!aJour) {
  console.error('Installation des dépendances (npm ci)…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('L’installation a échoué : voir le message de npm ci ci-dessus.');
    process.exit(status ?? 1);
  }
}
