import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { gzipSync } from 'node:zlib';
import { BASE_DE_DEVELOPPEMENT, fichiersDuManifeste, versionDuManifeste } from './scripts/manifestes.mjs';
import { charger } from './scripts/charger.mjs';
import { licences } from './scripts/licences.mjs';
import { PURES, typescript } from './scripts/ligne-de-commande.mjs';
import { GUIDE, metadonneesDesFonctions, pageDesFonctions } from './scripts/metadonnees-fonctions.mjs';
import { horsLigne, PAGE } from './scripts/page-hors-excel.mjs';
import { INSTALLATION, pageDInstallation, PIECES, STYLE } from './scripts/page-d-installation.mjs';
import { unFichier } from './scripts/un-fichier.mjs';

const {
  BASE_URL = BASE_DE_DEVELOPPEMENT,
  OFFICE_JS_URL = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  SUPPORT_URL = '',
  CATALOGUE = 'EXCatalog',
} = process.env;
const base = BASE_URL.replace(/\/+$/, '');
if (!/^https:\/\/[^\s"&<>?#]+$/.test(base)) throw new Error(`BASE_URL doit être une adresse https : « ${BASE_URL} »`);

if (SUPPORT_URL && !/^https:\/\/[^\s"&<>]+$/.test(SUPPORT_URL))
  throw new Error(`SUPPORT_URL doit être une adresse https : « ${SUPPORT_URL} »`);
const { deployer, lireCatalogue } = await charger('./exemples/deployer.ts');
lireCatalogue(CATALOGUE);
const officeOrigine = /^https?:/.test(OFFICE_JS_URL) ? new URL(OFFICE_JS_URL).origin : '';

/** Écrit les manifestes, leurs functions.json, le guide des fonctions et la page d’installation parmi les produits de la construction. */
const manifestes = {
  apply(compiler) {
    const { sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Manifestes', (compilation) => {
      compilation.hooks.processAssets.tapPromise('Manifestes', async () => {
        try {
          const fichiers = fichiersDuManifeste(await metadonneesDesFonctions(), { base, support: SUPPORT_URL });
          const version = versionDuManifeste();
          const jour = new Date().toLocaleDateString('sv');
          const installation = await pageDInstallation({ base, officeOrigine, version, jour, support: SUPPORT_URL });
          for (const [nom, contenu] of [
            ...fichiers,
            [GUIDE, await pageDesFonctions()],
            [INSTALLATION, installation],
            STYLE,
          ]) {
            compilation.emitAsset(nom, new sources.RawSource(contenu));
          }
        } catch (erreur) {
          compilation.errors.push(new WebpackError(erreur.message));
        }
      });
    });
  },
};

const KO = 1000;
/** Ce que la page charge avant que les fonctions répondent, puis avant que le volet s’affiche ; compressé. */
const BUDGETS = [
  { quoi: 'fonctions', limite: 40 * KO, groupes: ['fonctions'] },
  { quoi: 'volet', limite: 300 * KO, groupes: ['commandes', 'volet', 'ecrans'] },
];
/** Ce que la page sans Excel charge avant qu’un fichier y soit déposé. */
const BUDGETS_SANS_EXCEL = [{ quoi: 'controle', limite: 400 * KO, groupes: ['controle'] }];

/** Fait échouer la construction au-delà d’un budget. Les morceaux chargés plus tard (graphiques, annuaire) n’y comptent pas. */
const budgets = (liste) => ({
  apply(compiler) {
    const { Compilation, WebpackError } = compiler.webpack;
    if (compiler.options.mode !== 'production') return;
    compiler.hooks.thisCompilation.tap('Budgets', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'Budgets', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        const fichiers = (groupe) => compilation.namedChunkGroups.get(groupe)?.getFiles() ?? [];
        const poids = (nom) => gzipSync(compilation.getAsset(nom).source.buffer()).length;
        for (const { quoi, limite, groupes } of liste) {
          const noms = new Set(groupes.flatMap(fichiers).filter((nom) => /\.(?:js|css)$/.test(nom)));
          if (quoi !== 'fonctions') fichiers('fonctions').forEach((nom) => noms.delete(nom));
          const total = [...noms].reduce((somme, nom) => somme + poids(nom), 0);
          const mesure = `${quoi} : ${(total / KO).toFixed(1)} ko compressés pour ${limite / KO} (${[...noms].join(', ')})`;
          if (total > limite) compilation.errors.push(new WebpackError(`Budget dépassé. ${mesure}`));
          else compilation.getLogger('budgets').info(mesure);
        }
      });
    });
  },
});

const POLITIQUE = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};
/** Le volet ne parle à personne : ses scripts, ceux d’Office.js, rien d’autre. `frame-ancestors` ne se pose que par en-tête. */
const POLITIQUE_DU_VOLET = {
  ...POLITIQUE,
  'script-src': `'self' ${officeOrigine}`,
  // Les deux seuls styles qu’Office.js écrit dans des attributs, par leur empreinte (le premier inchangé depuis 2021 : office-js#1687).
  'style-src':
    "'self' 'unsafe-hashes' 'sha256-ICa0DhwZQJsOd/Rn0N8H6FdQ71GfNL+op2zhAQ+Y4mM=' 'sha256-ZD0chCyBaNHl+4UwQHJIHGoYhKwMeyCXGgJTKW5/67E='",
  // Hors de https, Office.js demande à une page de son propre serveur si l’hôte est de confiance.
  'frame-src': `'self' ${officeOrigine}`,
};
const POLITIQUE_SANS_EXCEL = { ...POLITIQUE, 'worker-src': "'self'", 'manifest-src': "'self'" };

/** Pose la politique en tête de page, avant le premier script. */
const politique = (directives) => ({
  apply(compiler) {
    const csp = Object.entries(directives)
      .map(([directive, sources]) => `${directive} ${sources}`.trim())
      .join('; ');
    compiler.hooks.compilation.tap('Politique', (compilation) => {
      HtmlPlugin.getHooks(compilation).beforeEmit.tap('Politique', (page) => {
        const balise = `<meta http-equiv="Content-Security-Policy" content="${csp}">`;
        const html = page.html.replace(/<meta charset="utf-8" ?\/?>/i, (charset) => `${charset}${balise}`);
        if (!html.includes(balise)) throw new Error(`${page.outputName} : <meta charset="utf-8"> attendu en tête.`);
        return { ...page, html };
      });
    });
  },
});

/** Les classeurs d’exemple demandent le complément tel qu’il est déployé ici. */
const EXEMPLES = {
  from: 'assets/exemples/*.xlsx',
  to: 'exemples/[name][ext]',
  transform: (octets) => deployer(octets, { catalogue: CATALOGUE, version: versionDuManifeste() }),
};

const commun = {
  target: ['web', 'es2020'],
  devtool: 'source-map',
  optimization: { chunkIds: 'named' },
  performance: { hints: false },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: { rules: [typescript(false), typescript(true), PURES] },
  experiments: { css: true },
};

const complement = {
  ...commun,
  name: 'complement',
  // Les entrées vivent sur la même page : chacune reprend les modules de celle qui est chargée avant elle.
  entry: {
    fonctions: './src/fonctions/index.ts',
    commandes: { import: './src/commandes/index.ts', dependOn: 'fonctions' },
    volet: { import: './src/volet/index.ts', dependOn: 'commandes' },
  },
  output: {
    clean: { keep: /^(?:controle|cli|mutualisation-sru\.html$)/ },
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
  },
  plugins: [
    manifestes,
    budgets(BUDGETS),
    politique(POLITIQUE_DU_VOLET),
    new HtmlPlugin({
      template: 'src/volet/volet.html',
      filename: 'volet.html',
      chunks: ['fonctions', 'commandes', 'volet'],
      chunksSortMode: 'manual',
      scriptLoading: 'defer',
      hash: true,
      templateParameters: { OFFICE_JS_URL },
    }),
    new CopyPlugin({ patterns: [{ from: 'assets/*.png' }, EXEMPLES, ...PIECES] }),
    licences(),
  ],
};

/** La page sans Excel, à part : elle ne partage aucun morceau avec le complément, et fonctionne sans lui. */
const sansExcel = {
  ...commun,
  name: 'sans-excel',
  entry: { controle: './src/hors-excel/index.tsx' },
  output: {
    clean: { keep: (chemin) => !chemin.startsWith('controle') },
    filename: 'controle/[name].[contenthash:8].js',
    chunkFilename: 'controle/[name].[contenthash:8].js',
    cssFilename: 'controle/[name].[contenthash:8].css',
    cssChunkFilename: 'controle/[name].[contenthash:8].css',
  },
  plugins: [
    budgets(BUDGETS_SANS_EXCEL),
    politique(POLITIQUE_SANS_EXCEL),
    new HtmlPlugin({ template: 'src/hors-excel/controle.html', filename: PAGE, scriptLoading: 'defer' }),
    new CopyPlugin({ patterns: [{ from: 'assets/icone{.svg,-128.png}', to: 'controle/[name][ext]' }] }),
    licences('controle/'),
    horsLigne,
    unFichier,
  ],
};

export default [complement, sansExcel];
