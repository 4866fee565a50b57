import { IMMEDIATES } from './catalogue';
import { DIFFEREES } from './differees';
import type { FonctionDeclaree } from './declaration';

/** Toutes les fonctions et ce qu'elles déclarent, dans l'ordre des noms : pour l'aide, `functions.json`, les documents et les essais. */
export const TOUTES: readonly FonctionDeclaree[] = [...IMMEDIATES, ...DIFFEREES].sort((a, b) =>
  a.nom < b.nom ? -1 : 1,
);

/** « SRU.TAUX(logements_sociaux; residences_principales) », les facultatifs entre crochets. */
export const signature = ({ nom, arguments: args }: FonctionDeclaree): string =>
  `${nom}(${args.map((a) => (a.facultatif ? `[${a.nom}]` : a.nom)).join('; ')})`;
