// La construction de la ligne de commande, que pret.mjs fait quand ses sources ont changé : du JavaScript dans dist/cli, que `bin` lance
// tel quel. Rien n’y est traduit au lancement : ni le dossier courant ni un cache ne peuvent en changer le code.
import { resolve } from 'node:path';

const DOSSIER = 'dist/cli';
export const ENTREE = `${DOSSIER}/mutualisation-sru.mjs`;

export const typescript = (tsx, target = 'es2020') => ({
  test: tsx ? /\.tsx$/ : /\.ts$/,
  exclude: /node_modules/,
  resolve: { fullySpecified: false },
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      target,
    },
    swcrc: false,
  },
});

/** Ces dossiers ne font rien au chargement : ce qu’un morceau n’emploie pas ne l’alourdit pas. */
export const PURES = {
  test: /[\\/]src[\\/](?:nombres|droit|regles|tableau|annuaire|referentiel|fonctions[\\/](?!index\.ts$))/,
  sideEffects: false,
};

export const ligneDeCommande = {
  name: 'ligne-de-commande',
  mode: 'production',
  target: 'node20',
  devtool: false,
  entry: { 'mutualisation-sru': './src/cli/index.ts' },
  output: {
    path: resolve(DOSSIER),
    filename: '[name].mjs',
    chunkFilename: '[name].mjs',
    library: { type: 'module' },
    chunkFormat: 'module',
    clean: true,
  },
  experiments: { outputModule: true },
  // yargs lit ses traductions à côté de lui ; sa forme CommonJS coupe l’aide entre les mots, l’autre au milieu.
  externals: { yargs: 'node-commonjs yargs' },
  optimization: { minimize: false, chunkIds: 'deterministic' },
  performance: { hints: false },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    parser: { javascript: { worker: ['Worker from node:worker_threads', '...'] } },
    rules: [typescript(false, 'es2022'), PURES],
  },
};
