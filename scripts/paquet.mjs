// Fait le paquet à publier, daté : ce qui se sert et se donne, la documentation en pages web, et l’empreinte de chaque fichier.
// `npm run paquet`
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import JSZip from 'jszip';
import { guideEnHtml } from './guide-en-html.mjs';
import { versionDuManifeste } from './manifestes.mjs';

const DIST = 'dist';
const SOMMES = 'SOMMES.sha256';
/** La ligne de commande se distribue par `npm pack` ; les sources pour le débogage restent au dépôt. */
const exclu = (nom) => nom.startsWith('cli/') || nom.endsWith('.map');

/** Ce que le paquet contient : `[chemin, octets]`, et pour finir les empreintes. */
function contenu() {
  const livres = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map(({ parentPath, name }) => relative(DIST, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((nom) => !exclu(nom))
    .sort()
    .map((nom) => [nom, readFileSync(join(DIST, nom))]);
  const fichiers = [...livres, ...guideEnHtml().map(([nom, octets]) => [`guide/${nom}`, octets])];
  const sommes = fichiers.map(([nom, octets]) => `${createHash('sha256').update(octets).digest('hex')}  ${nom}\n`);
  return [...fichiers, [SOMMES, Buffer.from(sommes.join(''))]];
}

const [dossier = 'paquets'] = process.argv.slice(2);
const jour = new Date();
const nom = `mutualisation-sru-${versionDuManifeste()}-${jour.toLocaleDateString('sv')}`;
const archive = new JSZip();
for (const [chemin, octets] of contenu()) archive.file(`${nom}/${chemin}`, octets, { date: jour });
mkdirSync(dossier, { recursive: true });
const fichier = join(dossier, `${nom}.zip`);
writeFileSync(fichier, await archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
console.log(`Paquet écrit : ${fichier}`);
