// La page sans Excel en un seul fichier, qui s’ouvre d’un double-clic et se joint à un courriel : les morceaux que webpack vient
// d’écrire, comprimés dans la page, et de quoi les y reprendre. Aucune requête.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const UN_FICHIER = 'mutualisation-sru.html';
const LIMITE = 2_000_000;

/**
 * Ce qui s’exécute à l’ouverture. Un morceau déjà là n’est pas redemandé ; le fil qui lit les fichiers, que file:// refuserait à son
 * adresse, naît du même texte.
 */
/* global atob, Blob, DecompressionStream, document, Response */
async function charger() {
  const contenu = document.getElementById('contenu');
  try {
    const octets = Uint8Array.from(atob(contenu.textContent), (c) => c.charCodeAt(0));
    const flux = new Blob([octets]).stream().pipeThrough(new DecompressionStream('gzip'));
    const { morceaux, page, lecteur, licences } = await new Response(flux).json();
    const adresse = (type, ...textes) => URL.createObjectURL(new Blob(textes, { type: `${type};charset=utf-8` }));
    const lit = adresse('text/javascript', morceaux, lecteur);
    globalThis.Worker = class extends globalThis.Worker {
      constructor(_, options) {
        super(lit, options);
      }
    };
    globalThis.mutualisationSru = { licences: adresse('text/html', licences) };
    const script = document.createElement('script');
    script.src = adresse('text/javascript', morceaux, page);
    contenu.replaceWith(script);
  } catch {
    document.getElementById('attente').textContent =
      'Ce navigateur est trop ancien pour cette page : il faut Chrome ou Edge 80, Firefox 113, Safari 16.4, ou plus récent.';
  }
}

const empreinte = (texte) => `'sha256-${createHash('sha256').update(texte).digest('base64')}'`;

function pageEnUnFichier({ style, icone, contenu }) {
  const chargeur = `(${charger})();`;
  const politique = Object.entries({
    'default-src': "'none'",
    // Le chargeur, par son empreinte, et ce que lui seul ajoute.
    'script-src': `${empreinte(chargeur)} 'strict-dynamic'`,
    'style-src': empreinte(style),
    'img-src': 'data:',
    'worker-src': 'blob:',
    'base-uri': "'none'",
    'form-action': "'none'",
  })
    .map((directive) => directive.join(' '))
    .join('; ');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${politique}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="theme-color" content="#000091">
<title>Contrôle SRU sans Excel</title>
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icone.toString('base64')}">
<style>${style}</style>
</head>
<body>
<main>
<p id="attente">Ouverture…</p>
<noscript><p>Le contrôle se fait dans le navigateur : JavaScript doit y être permis. Aucun fichier n’est envoyé.</p></noscript>
</main>
<script type="text/plain" id="contenu">${contenu}</script>
<script>${chargeur}</script>
</body>
</html>
`;
}

/** Réunit ce que la construction de la page vient d’écrire. */
export const unFichier = {
  apply(compiler) {
    const { WebpackError } = compiler.webpack;
    compiler.hooks.afterEmit.tap('UnFichier', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const lire = (nom) => readFileSync(join(compiler.outputPath, nom));
      const textes = (garder) =>
        compilation
          .getAssets()
          .filter(({ name }) => garder(name))
          .map(({ name }) =>
            lire(name)
              .toString('utf8')
              .replace(/\n\/[/*]# sourceMappingURL=[^\n]*/g, ''),
          )
          .join('\n');
      const est = (morceau) => (nom) => nom.startsWith(`controle/${morceau}.`) && nom.endsWith('.js');
      const [page, lecteur] = [est('controle'), est('lecteur')];
      const contenu = {
        morceaux: `${textes((nom) => nom.endsWith('.js') && nom.startsWith('controle/') && !page(nom) && !lecteur(nom))}\n`,
        page: textes(page),
        lecteur: textes(lecteur),
        licences: lire('controle/licences.html').toString('utf8'),
      };
      const html = pageEnUnFichier({
        style: textes((nom) => nom.endsWith('.css')),
        icone: lire('controle/icone.svg'),
        contenu: gzipSync(JSON.stringify(contenu), { level: 9 }).toString('base64'),
      });
      const poids = Buffer.byteLength(html);
      const mesure = `${UN_FICHIER} : ${poids} octets pour ${LIMITE}`;
      if (poids > LIMITE) compilation.errors.push(new WebpackError(`Budget dépassé. ${mesure}`));
      else compilation.getLogger('budgets').info(mesure);
      writeFileSync(join(compiler.outputPath, UN_FICHIER), html);
    });
  },
};
