// dist/index.html : ce qu’est l’outil, et comment un agent l’a sur son poste.
import { charger } from './charger.mjs';
import { UN_FICHIER } from './un-fichier.mjs';

export const INSTALLATION = 'index.html';
/** Ce que la page montre ou donne, et d’où cela vient. */
export const PIECES = [
  { from: 'docs/images/banc.png', to: 'installation/excel.png' },
  { from: 'docs/images/page-sans-excel.png', to: 'installation/sans-excel.png' },
];

export const STYLE = [
  'installation/style.css',
  'body{font:1rem/1.5 "Segoe UI",Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#161616;background:#fff}' +
    'a{color:#000091}code{overflow-wrap:anywhere}figure{margin:1rem 0}img{max-width:100%;height:auto;border:1px solid #ddd}' +
    'section{border-top:1px solid #ddd;margin-top:1.5rem}figcaption,footer{color:#555}' +
    '@media (prefers-color-scheme:dark){body{color:#eee;background:#1e1e1e}a{color:#a6a6ff}figcaption,footer{color:#bbb}}',
];

export async function pageDInstallation(lieu) {
  const { pageDInstallation: ecrire } = await charger('./installation/page.ts');
  return ecrire({ ...lieu, style: STYLE[0], unFichier: UN_FICHIER });
}
