import type { ControleInventaire } from '../../tableau';
import { phraseDesObjectifs } from './inventaire-objectifs';
import { phraseDuResume, tableDesCommunes, titreDeLInventaire } from './inventaire-tables';
import { resultatInventaire } from './inventaire-resultat';
import { celluleMot, resultatDeLaLigne, type Presentation } from './presentation';

/** Un inventaire n'est ni conforme ni non conforme : il est lu, avec ce qui reste indéterminé. */
export const INVENTAIRE: Presentation<ControleInventaire> = {
  verdict: ({ inventaire }) => titreDeLInventaire(inventaire),
  objet: () => 'inventaire publié',
  titre: () => 'Lecture de l’inventaire SRU publié',
  suite: ({ inventaire: { annee } }) =>
    `${annee === null ? '' : ` au 1er janvier ${annee}`}, sans objectif ni contrat à contrôler`,
  totaux: ({ inventaire }) => `${phraseDuResume(inventaire)}\n${phraseDesObjectifs(inventaire)}`,
  colonnes: () => ['Commune', 'Code', 'Taux', 'Cible', 'Situation', 'Palier'],
  rangees: ({ inventaire }) => tableDesCommunes(inventaire).rangees.map((rangee) => [...rangee]),
  cellules: ({ inventaire }) => tableDesCommunes(inventaire).rangees.map((rangee) => rangee.map(celluleMot)),
  articles: ['L302-8-VII', 'L302-5'],
  resultat: ({ inventaire }) => ({
    totalReference: null,
    totalContrat: null,
    lignes: inventaire.communes.map(({ ligne, situation, rattrapage }) => {
      const enRegle = situation.deficitaire === false;
      return resultatDeLaLigne(ligne, {
        manquants: enRegle ? 0 : null,
        tauxRattrapage: enRegle ? 0 : rattrapage && rattrapage.pourcent / 100,
      });
    }),
    inventaire: resultatInventaire(inventaire),
  }),
};
