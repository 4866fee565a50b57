import type { Rang, TauxCible } from '../../src/droit';
import { situation, type Situation } from '../../src/regles';
import { lireCas } from './csv';
import { accepte } from './valeurs';

/** La table de décision : l'écart au taux cible × la cible × le rang × le contrat ; chaque nombre s'y refait de tête. */
export const DECISION = lireCas('decision.csv', [
  'ecart',
  'residences_principales',
  'logements_sociaux',
  'taux_cible',
  'rang',
  'contrat',
  'manquants',
  'objectif',
  'plancher',
  'certitude',
]);
export type Decision = (typeof DECISION)[number];

export const communeDe = (d: Decision): Situation =>
  accepte(
    situation(
      Number(d.residences_principales),
      Number(d.logements_sociaux),
      Number(d.taux_cible) as TauxCible,
      Number(d.rang) as Rang,
    ),
  );
