/// <reference types="office-js" />
import { lireReference } from './adresses';
import { executer } from './executer';

interface Demande {
  readonly adresses: readonly string[];
  readonly tenir: (valeurs: readonly unknown[][][]) => void;
  readonly rompre: (erreur: unknown) => void;
}
let demandes: Demande[] = [];

/**
 * Les valeurs de plages données par leur adresse (« 'Feuille 1'!A1:B9 »), « » pour une cellule vide. Les demandes d'un même instant, celles
 * des fonctions d'une colonne, se font en un aller-retour.
 */
export const lireValeurs = (adresses: readonly string[]): Promise<readonly unknown[][][]> =>
  new Promise((tenir, rompre) => {
    if (demandes.length === 0) setTimeout(() => void toutLire(), 0);
    demandes.push({ adresses, tenir, rompre });
  });

async function toutLire(): Promise<void> {
  const ensemble = demandes;
  demandes = [];
  try {
    const lues = await executer(async (context) => {
      const plages = ensemble.map(({ adresses }) =>
        adresses.map((adresse) => plageDe(context, adresse).load('values')),
      );
      await context.sync();
      return plages.map((une) => une.map(({ values }) => values as unknown[][]));
    });
    ensemble.forEach(({ tenir }, i) => tenir(lues[i]!));
  } catch (erreur) {
    for (const { rompre } of ensemble) rompre(erreur);
  }
}

function plageDe(context: Excel.RequestContext, adresse: string): Excel.Range {
  const reference = lireReference(adresse);
  if (!reference?.feuille) throw new Error(`Adresse illisible : ${adresse}`);
  return context.workbook.worksheets.getItem(reference.feuille).getRange(reference.adresse);
}
