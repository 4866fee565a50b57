// Ce que webpack écrit à côté de controle.html pour qu’elle s’ouvre sans réseau et s’installe comme une application.
import { createHash } from 'node:crypto';

export const PAGE = 'controle.html';
const SERVICE = 'controle-hors-ligne.js';
/** En .json : tout serveur le sert, alors qu’IIS refuse par défaut une extension .webmanifest. */
const MANIFESTE = 'controle-application.json';
const ICONES = [
  { src: 'controle/icone.svg', sizes: 'any', type: 'image/svg+xml' },
  { src: 'controle/icone-128.png', sizes: '128x128', type: 'image/png' },
];

/**
 * Le service de la page, tel qu’il s’exécute dans le navigateur : tous les fichiers d’une construction sous un nom qui porte leur
 * empreinte. Une construction neuve attend que la page soit fermée : on n’en mêle jamais deux. Rien d’autre n’est gardé ni demandé.
 */
/* global self, caches, Request */
function servir(nom, fichiers) {
  const neufs = fichiers.map((fichier) => new Request(fichier, { cache: 'reload' }));
  const gardes = new Set(neufs.map(({ url }) => url));
  self.addEventListener('install', (e) => e.waitUntil(caches.open(nom).then((garde) => garde.addAll(neufs))));
  self.addEventListener('activate', (e) => {
    const perimes = (noms) => noms.filter((autre) => autre.startsWith('controle-') && autre !== nom);
    const oublier = caches.keys().then((noms) => Promise.all(perimes(noms).map((autre) => caches.delete(autre))));
    e.waitUntil(oublier.then(() => self.clients.claim()));
  });
  self.addEventListener('fetch', (e) => {
    const adresse = new URL(e.request.url);
    adresse.search = '';
    adresse.hash = '';
    if (e.request.method !== 'GET' || !gardes.has(adresse.href)) return;
    const prendre = async () => (await (await caches.open(nom)).match(adresse.href)) ?? fetch(e.request);
    e.respondWith(prendre());
  });
}

/** Écrit le service et le manifeste d’application, d’après tout ce que la construction a produit. */
export const horsLigne = {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const ecrire = (compilation, nom, texte) => compilation.emitAsset(nom, new sources.RawSource(texte));
    compiler.hooks.thisCompilation.tap('HorsLigne', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'HorsLigne', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT - 1 },
        () => {
          ecrire(
            compilation,
            MANIFESTE,
            JSON.stringify({
              name: 'Contrôle SRU sans Excel',
              short_name: 'Contrôle SRU',
              description:
                'Contrôle des objectifs SRU et des contrats de mixité sociale dans des classeurs, sans Excel.',
              lang: 'fr',
              start_url: PAGE,
              scope: PAGE,
              display: 'standalone',
              background_color: '#ffffff',
              theme_color: '#000091',
              icons: ICONES,
            }),
          );
          const produits = compilation.getAssets().filter(({ name }) => !/\.(?:map|txt)$/.test(name));
          const empreinte = createHash('sha256');
          for (const { name, source } of produits) empreinte.update(name).update(source.buffer());
          const fichiers = produits.map(({ name }) => name).sort();
          const nom = `controle-${empreinte.digest('hex').slice(0, 16)}`;
          ecrire(compilation, SERVICE, `(${servir})(${JSON.stringify(nom)}, ${JSON.stringify(fichiers, null, 1)});\n`);
        },
      );
    });
  },
};
