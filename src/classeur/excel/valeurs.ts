/// <reference types="office-js" />
import { lireReference, type Reference } from './adresses';
import { executer } from './executer';

interface Demande {
  readonly references: readonly Reference[];
  readonly tenir: (valeurs: readonly (unknown[][] | null)[]) => void;
  readonly rompre: (erreur: unknown) => void;
}
let demandes: Demande[] = [];

/**
 * Les valeurs de plages données par leur adresse (« 'Feuille 1'!A1:B9 »), « » pour une cellule vide. Les demandes d'un même instant, celles
 * des fonctions d'une colonne, se font en un aller-retour. `null` pour une plage sans bornes (« A:A ») ; une adresse illisible ne rompt que sa
 * demande.
 */
export function lireValeurs(adresses: readonly string[]): Promise<readonly (unknown[][] | null)[]> {
  const references = adresses.map(lireReference);
  if (!references.every((r): r is Reference => r !== null && r.feuille !== null))
    return Promise.reject(new Error(`Adresse illisible : ${adresses.join(', ')}`));
  return new Promise((tenir, rompre) => {
    if (demandes.length === 0) setTimeout(() => void toutLire(), 0);
    demandes.push({ references, tenir, rompre });
  });
}

async function toutLire(): Promise<void> {
  const ensemble = demandes;
  demandes = [];
  try {
    const lues = await executer(async (context) => {
      const plages = ensemble.map(({ references }) =>
        references.map(({ feuille, adresse }) =>
          context.workbook.worksheets.getItem(feuille!).getRange(adresse).load('values'),
        ),
      );
      await context.sync();
      return plages.map((une) => une.map(({ values }) => values as unknown[][] | null));
    });
    ensemble.forEach(({ tenir }, i) => tenir(lues[i]!));
  } catch (erreur) {
    for (const { rompre } of ensemble) rompre(erreur);
  }
}
