import type { Feuille } from '../outils/lecture';
import { BILAN } from './bases';
import { cas, ecrit, ENTIER, type Cas } from './cas';

/** Un commentaire d'une cellule du tableau ; ses titres sont à la ligne 0. */
const commente = (ligne: number, colonne: number, texte: string, feuilles = ecrit()): Feuille[] =>
  feuilles.map((f) => ({ ...f, notes: [{ ligne, colonne, texte }] }));

const [COMMUNE, REFERENCE, CONTRAT, ACCORD, TITRE] = [1, 6, 7, 8, 0];
const CHAUVIGNY = 2;
const TROUBLENT: readonly (readonly [colonne: number, texte: string])[] = [
  [ACCORD, 'accord retiré le 12/10'],
  [ACCORD, 'à confirmer'],
  [CONTRAT, 'objectif en cours de renégociation'],
  [ACCORD, 'sous réserve du vote'],
  [CONTRAT, 'Ramené à 30 par le COPIL'],
  [COMMUNE, 'Commune entrante au 1er janvier'],
  [COMMUNE, 'N’est plus membre de l’EPCI'],
  [COMMUNE, 'hors contrat'],
  [REFERENCE, 'valeur provisoire'],
  [ACCORD, 'Le maire demande un report'],
  [CONTRAT, 'à revoir ?'],
];
const ANODINS: readonly (readonly [colonne: number, texte: string])[] = [
  [ACCORD, 'Délibération du 12/05/2026'],
  [ACCORD, 'Accord donné le 12/05/2026'],
  [CONTRAT, 'Calcul : moitié de la référence'],
  [COMMUNE, 'Contact : Mme Martin, 05 49 00 00 00'],
  [REFERENCE, 'Source : inventaire SRU'],
  [REFERENCE, 'Notifié par courrier du préfet'],
  [CONTRAT, 'Vérifié'],
  [CONTRAT, '80'],
];

export const COMMENTAIRES: readonly Cas[] = [
  ...TROUBLENT.map(([colonne, texte]) =>
    cas(`« ${texte} », en commentaire`, commente(CHAUVIGNY, colonne, texte), 'question', {
      dit: /commentaire de [A-Z]3/,
    }),
  ),
  ...ANODINS.map(([colonne, texte]) =>
    cas(`« ${texte} », en commentaire`, commente(CHAUVIGNY, colonne, texte), 'conforme', ENTIER),
  ),
  cas(
    'un titre commenté « à valider par le préfet »',
    commente(TITRE, CONTRAT, 'Objectifs à valider par le préfet'),
    'question',
  ),
  cas(
    'un titre commenté « objectif de la commune »',
    commente(TITRE, CONTRAT, 'Objectif de chaque commune'),
    'conforme',
    ENTIER,
  ),
  cas('« PLH : non », en commentaire d’un titre', commente(TITRE, COMMUNE, 'PLH : non'), 'non conforme'),
  cas('un commentaire loin du tableau', commente(400, 40, 'accord retiré'), 'conforme', ENTIER),
  cas('un bilan, « à confirmer » sur les réalisés', commente(1, 3, 'à confirmer', ecrit({}, BILAN)), 'question'),
  cas(
    'un bilan, « inventaire 2025 » sur les réalisés',
    commente(1, 3, 'inventaire 2025', ecrit({}, BILAN)),
    'conforme',
  ),
  cas(
    'un bilan, un commentaire hors des nombres comparés',
    commente(0, 0, 'à confirmer', ecrit({}, BILAN)),
    'conforme',
  ),
];
