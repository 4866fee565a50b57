import webpack from 'webpack';
import { licences } from './licences.mjs';
import { ligneDeCommande } from './ligne-de-commande.mjs';

/** Construit la ligne de commande ; rend ce qui l’en empêche, ou `null`. */
export const construire = () =>
  new Promise((rendre) => {
    const compilateur = webpack({ ...ligneDeCommande, plugins: [licences()] });
    compilateur.run((erreur, bilan) => {
      const echec = erreur ? String(erreur) : bilan.hasErrors() ? bilan.toString('errors-only') : null;
      compilateur.close(() => rendre(echec));
    });
  });
