import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const POSTE = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Le navigateur du poste, à défaut celui que livre un paquet npm (Linux) ; s'il n'y en a aucun, les essais échouent et le disent. */
export async function ouvrirNavigateur(): Promise<Browser> {
  const executablePath = POSTE.find((chemin) => chemin && existsSync(chemin)) ?? (await navigateurDePaquet());
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

async function navigateurDePaquet(): Promise<string> {
  if (process.platform !== 'linux') {
    throw new Error('Aucun navigateur trouvé : installer Chrome ou Chromium, ou donner son chemin par CHROMIUM=…');
  }
  // Lu à l'import : fait prendre au paquet ses propres bibliothèques, qu'une machine nue n'a pas.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: livre } = await import('@sparticuz/chromium');
  return livre.executablePath();
}
