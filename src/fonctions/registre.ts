import { IMMEDIATES, NOMS_DIFFEREES } from './catalogue';
import type { Appelable } from './declaration';

/** Une fonction chargée à son premier appel, pour que les autres répondent avant tout le reste (budget de fonctions.js). */
const differee =
  (nom: string): Appelable =>
  async (plages) => {
    const { DIFFEREES } = await import('./differees');
    return DIFFEREES.find((fonction) => fonction.nom === nom)!.appeler(plages);
  };

/** Les fonctions publiques, sous le nom que l'agent tape, dans l'ordre des noms. */
export const FONCTIONS: Readonly<Record<string, Appelable>> = Object.fromEntries(
  [
    ...IMMEDIATES.map(({ nom, appeler }) => [nom, appeler] as const),
    ...NOMS_DIFFEREES.map((nom) => [nom, differee(nom)] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);
