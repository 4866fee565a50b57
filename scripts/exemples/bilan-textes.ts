import type { Partie } from './lisez-moi';

/** Ce que dit la feuille « Lisez-moi » de l'exemple de bilan. */
export const LISEZ_MOI: readonly Partie[] = [
  {
    titre: 'Ce que montre ce classeur',
    lignes: [
      'Illustration : chiffres fictifs. Les communes A, B, C, D et E n’existent pas.',
      'La feuille « Bilan 2023-2025 » compare ce que cinq communes ont réalisé à leur objectif, en nombre (bilan quantitatif) et par financement (bilan qualitatif). Le contrôle la reconnaît comme un bilan : un objectif et des logements réalisés, sans résidences principales.',
      'La feuille « Parc 2025 » porte le parc au 1er janvier 2025 : l’écran « Bilan » du volet en tire l’objectif de 2026-2028, l’écran « Prélèvement » le prélèvement de chaque commune, et sa majoration si la carence est prononcée.',
    ],
  },
  {
    titre: 'Les cinq communes',
    lignes: [
      ['Commune A', 'Objectif atteint, parts de PLAI et de PLS respectées.'],
      ['Commune B', 'Objectif non atteint : si la carence est prononcée, le prélèvement est majoré.'],
      ['Commune C', 'Le parc a diminué : le taux de réalisation est négatif, la majoration plancher de 100 %.'],
      ['Commune D', 'Objectif atteint, mais trop peu de PLAI.'],
      ['Commune E', 'Objectif atteint, mais trop de PLS ; le taux cible est atteint : ni objectif ni prélèvement.'],
    ],
  },
  {
    titre: 'Les fonctions de ce classeur',
    lignes: [
      ['SRU.BILAN', 'Le taux de réalisation, le bilan quantitatif, le bilan qualitatif.'],
      ['SRU.MAJORATION', 'Le taux plancher de la majoration du prélèvement, si la carence est prononcée.'],
      ['SRU.OBJECTIF', 'L’objectif de référence de la période suivante.'],
      ['SRU.PRELEVEMENT', 'Le prélèvement annuel, avant majoration.'],
    ],
  },
];
