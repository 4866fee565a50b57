import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { metadonneesDesFonctions } from './scripts/metadonnees-fonctions.mjs';

const BASE_DE_DEVELOPPEMENT = 'https://localhost:3000';
const {
  BASE_URL = BASE_DE_DEVELOPPEMENT,
  OFFICE_JS_URL = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
} = process.env;
const base = BASE_URL.replace(/\/+$/, '');
if (!/^https:\/\/[^\s"&<>?#]+$/.test(base)) throw new Error(`BASE_URL doit être une adresse https : « ${BASE_URL} »`);

const typescript = (tsx) => ({
  test: tsx ? /\.tsx$/ : /\.ts$/,
  exclude: /node_modules/,
  resolve: { fullySpecified: false },
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2020',
    },
  },
});

/** Met l’adresse de la construction à la place de celle de développement. */
const situer = (texte) => texte.replaceAll(BASE_DE_DEVELOPPEMENT, base);

/** Écrit functions.json parmi les produits de la construction. */
const fonctionsJson = {
  apply(compiler) {
    const { sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('FonctionsJson', (compilation) => {
      compilation.hooks.processAssets.tapPromise('FonctionsJson', async () => {
        try {
          const json = JSON.stringify(await metadonneesDesFonctions(), null, 2);
          compilation.emitAsset('functions.json', new sources.RawSource(situer(json)));
        } catch (erreur) {
          compilation.errors.push(new WebpackError(erreur.message));
        }
      });
    });
  },
};

export default {
  target: ['web', 'es2020'],
  devtool: 'source-map',
  // Les deux entrées vivent sur la même page : volet.js reprend les modules de fonctions.js, chargé avant lui.
  entry: {
    fonctions: './src/fonctions/index.ts',
    volet: { import: './src/volet/index.ts', dependOn: 'fonctions' },
  },
  output: { clean: true, filename: '[name].js', chunkFilename: '[name].[contenthash:8].js' },
  optimization: { chunkIds: 'named' },
  // Le poids surveillé est celui du démarrage : les morceaux chargés à la demande n’y comptent pas.
  performance: { assetFilter: (nom) => /^(fonctions|volet)\.js$/.test(nom) },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: { rules: [typescript(false), typescript(true)] },
  experiments: { css: true },
  plugins: [
    fonctionsJson,
    new HtmlPlugin({
      template: 'src/volet/volet.html',
      filename: 'volet.html',
      chunks: ['fonctions', 'volet'],
      chunksSortMode: 'manual',
      scriptLoading: 'defer',
      hash: true,
      templateParameters: { OFFICE_JS_URL },
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.png' },
        { from: 'manifest.xml', transform: (contenu) => situer(contenu.toString()) },
      ],
    }),
  ],
};
