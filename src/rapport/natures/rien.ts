import { ecrireCompte } from '../../nombres';
import type { ControleRien } from '../../tableau';
import { VERDICTS_EN_TITRE } from '../mots';
import { celluleMot, resultatDeLaLigne, type Presentation } from './presentation';

/** Un tableau d'une autre matière : une phrase, et rien d'autre. */
export const RIEN: Presentation<ControleRien> = {
  verdict: ({ verdict }) => VERDICTS_EN_TITRE[verdict],
  objet: () => 'tableau sans objectif',
  titre: () => 'Tableau sans objectif SRU',
  suite: () => '',
  totaux: ({ tableau }) =>
    `${ecrireCompte(tableau.lignes.length, 'commune')} : ni objectif, ni de quoi en calculer un.`,
  colonnes: () => ['Commune'],
  rangees: ({ tableau }) => tableau.lignes.map(({ nom }) => [nom]),
  cellules: ({ tableau }) => tableau.lignes.map(({ nom }) => [celluleMot(nom)]),
  articles: ['L302-8-VII', 'L302-5'],
  resultat: ({ tableau }) => ({
    totalReference: null,
    totalContrat: null,
    lignes: tableau.lignes.map((ligne) => resultatDeLaLigne(ligne)),
  }),
};
