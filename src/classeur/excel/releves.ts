/// <reference types="office-js" />
import type { Suivi } from '../classeur';
import { codeDe, REPONSE_TROP_GRANDE } from './erreurs';

/** Ce qui se lit d'une plage, cellule par cellule. */
export type Propriete = 'values' | 'numberFormat' | 'formulas';

/** Une bande de lignes d'une feuille, avec les tableaux demandés. */
export type Bande<P extends Propriete> = {
  /** La feuille. */
  readonly id: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly plage: Excel.Range;
} & Readonly<Record<P, unknown[][]>>;

/** Le contenu de chaque feuille lue. */
export type Contenus = ReadonlyMap<string, readonly Bande<'formulas'>[]>;

/** Ce que pèse une cellule dans une réponse d'Excel sur le web, qui en admet 5 Mo : une valeur et un format. */
const CELLULES_PAR_REPONSE = 160_000;

interface Options extends Suivi {
  /** Joint une demande à la première requête qui aboutit. */
  joindre?(): void;
  /** Ce qui se charge en plus de chaque plage. */
  readonly aussi?: readonly string[];
  readonly cellulesParReponse?: number;
}

/**
 * L'étendue utilisée de chaque feuille, en un aller-retour. Si Excel refuse une réponse si grande, il en faut un pour les tailles,
 * puis aussi peu de morceaux que la limite le permet.
 */
export async function relever<P extends Propriete>(
  context: Excel.RequestContext,
  feuilles: readonly string[],
  proprietes: readonly P[],
  options: Options = {},
): Promise<ReadonlyMap<string, readonly Bande<P>[]>> {
  const aLire = ['rowIndex', 'columnIndex', ...proprietes, ...(options.aussi ?? [])];
  const demandes = feuilles.map((id) => {
    const etendue = etendueDe(context, id);
    etendue.load(aLire);
    return { id, etendue };
  });
  options.joindre?.();
  try {
    await context.sync();
    options.signal?.throwIfAborted();
    return new Map(
      demandes.map(({ id, etendue }) => [id, etendue.isNullObject ? [] : [bandeDe(id, etendue, proprietes)]]),
    );
  } catch (erreur) {
    if (!REPONSE_TROP_GRANDE.includes(codeDe(erreur) ?? '')) throw erreur;
  }
  options.joindre?.();
  const lots = repartir(await mesurer(context, feuilles), options.cellulesParReponse ?? CELLULES_PAR_REPONSE);
  const bandes = new Map<string, Bande<P>[]>(feuilles.map((id) => [id, []]));
  for (let rang = 0; rang < lots.length; rang++) {
    options.avancer?.(rang, lots.length);
    for (const [id, bande] of await releverLot(context, lots[rang]!, proprietes, aLire)) bandes.get(id)!.push(bande);
    options.signal?.throwIfAborted();
  }
  return bandes;
}

const etendueDe = (context: Excel.RequestContext, id: string): Excel.Range =>
  context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);

export const bandeDe = <P extends Propriete>(id: string, plage: Excel.Range, proprietes: readonly P[]): Bande<P> =>
  ({
    id,
    ligne: plage.rowIndex,
    colonne: plage.columnIndex,
    plage,
    ...Object.fromEntries(proprietes.map((p) => [p, plage[p] as unknown[][]])),
  }) as unknown as Bande<P>;

/** Des lignes d'une feuille. */
export interface Tranche {
  readonly id: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly lignes: number;
  readonly colonnes: number;
}

async function mesurer(context: Excel.RequestContext, feuilles: readonly string[]): Promise<Tranche[]> {
  const demandes = feuilles.map((id) => {
    const etendue = etendueDe(context, id);
    etendue.load(['rowIndex', 'columnIndex', 'rowCount', 'columnCount']);
    return { id, etendue };
  });
  await context.sync();
  return demandes.flatMap(({ id, etendue: e }) =>
    e.isNullObject
      ? []
      : { id, ligne: e.rowIndex, colonne: e.columnIndex, lignes: e.rowCount, colonnes: e.columnCount },
  );
}

/** Emplit chaque lot autant que la limite le permet, en coupant les feuilles entre deux lignes. */
export function repartir<T extends Tranche>(tranches: readonly T[], cellulesParReponse: number): T[][] {
  const lots: T[][] = [[]];
  let place = cellulesParReponse;
  for (let reste of tranches) {
    while (reste.lignes > 0) {
      const tiennent = (place - (place % reste.colonnes)) / reste.colonnes;
      const neuf = lots.at(-1)!.length === 0;
      if (tiennent === 0 && !neuf) {
        lots.push([]);
        place = cellulesParReponse;
        continue;
      }
      const lignes = Math.min(reste.lignes, Math.max(tiennent, 1));
      lots.at(-1)!.push({ ...reste, lignes });
      place -= lignes * reste.colonnes;
      reste = { ...reste, ligne: reste.ligne + lignes, lignes: reste.lignes - lignes };
    }
  }
  return lots.filter((lot) => lot.length > 0);
}

/** Un lot en un aller-retour ; refusé, il est coupé en deux. */
async function releverLot<P extends Propriete>(
  context: Excel.RequestContext,
  lot: readonly Tranche[],
  proprietes: readonly P[],
  aLire: string[],
): Promise<[string, Bande<P>][]> {
  const demandes = lot.map(({ id, ligne, colonne, lignes, colonnes }) => {
    const plage = context.workbook.worksheets.getItem(id).getRangeByIndexes(ligne, colonne, lignes, colonnes);
    plage.load(aLire);
    return { id, plage };
  });
  try {
    await context.sync();
    return demandes.map(({ id, plage }) => [id, bandeDe(id, plage, proprietes)]);
  } catch (erreur) {
    const moities = couper(lot);
    if (!REPONSE_TROP_GRANDE.includes(codeDe(erreur) ?? '') || !moities) throw erreur;
    const [debut, fin] = moities;
    return [
      ...(await releverLot(context, debut, proprietes, aLire)),
      ...(await releverLot(context, fin, proprietes, aLire)),
    ];
  }
}

function couper(lot: readonly Tranche[]): [Tranche[], Tranche[]] | null {
  const cellules = lot.reduce((somme, { lignes, colonnes }) => somme + lignes * colonnes, 0);
  const [debut, ...suite] = repartir(lot, (cellules + (cellules % 2)) / 2);
  return debut && suite.length > 0 ? [debut, suite.flat()] : null;
}
