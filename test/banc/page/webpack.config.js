// La page du banc : pour développer et essayer, jamais livrée (Univer pèse 10 Mo).
import { fileURLToPath } from 'node:url';
import HtmlPlugin from 'html-webpack-plugin';

const ici = (chemin) => fileURLToPath(new URL(chemin, import.meta.url));

export default {
  mode: 'development',
  devtool: false,
  target: ['web', 'es2022'],
  entry: ici('index.ts'),
  output: { path: ici('../../../node_modules/.cache/banc-page'), filename: 'banc.js', clean: true },
  resolve: { extensions: ['.ts', '.js'], aliasFields: ['browser'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        resolve: { fullySpecified: false },
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
      },
    ],
  },
  experiments: { css: true },
  performance: false,
  plugins: [new HtmlPlugin({ template: ici('index.html'), inject: 'head', scriptLoading: 'defer' })],
};
