import { ecrire, type Quantite } from '../../nombres';
import type { Critere } from '../../regles';
import type { Origine } from '../etat/scenarios';

/** Les critères, tels qu'un agent les dirait. */
export const CRITERES_EN_MOTS: Readonly<Record<Critere, string>> = {
  MINIMAL: 'le moins de changements',
  PROPORTIONNEL: 'le même effort relatif',
  CAPACITE: 'les projets connus d’abord',
  EQUITABLE: 'la plus forte hausse, la plus limitée possible',
};

export const ORIGINES_EN_MOTS: Readonly<Record<Origine, string>> = {
  ...CRITERES_EN_MOTS,
  classeur: 'contrat du classeur',
  references: 'références du tableau',
  main: 'saisi à la main',
};

/** « +34 », « −13 ». */
export const ecart = (f: Quantite): string => `${f.numerateur > 0 ? '+' : ''}${ecrire(f)}`;
