/// <reference types="office-js" />
import { plageDe, type Plage } from '../../tableau';
import type { Suivi } from '../classeur';
import { lireReference, separerReferences } from './adresses';
import { peut } from './capacites';
import { codeDe, EN_SAISIE } from './erreurs';
import { demanderFeuilles, type FeuilleListee } from './feuilles';
import { feuilleExcel, type FeuilleExcel, type Releve } from './grille-excel';
import { demanderReglages } from './reglages';
import { relever, type Bande } from './releves';

export type BandeLue = Bande<'values' | 'numberFormat'>;

export const releveDe = ({ ligne, colonne, values, numberFormat }: BandeLue): Releve => ({
  ligne,
  colonne,
  valeurs: values,
  formats: numberFormat,
});

export interface Lecture {
  readonly feuilles: readonly FeuilleExcel[];
  /** La légende des annotations, qui n'est ni lue ni suivie. */
  readonly legende: string | null;
}

/** Tout le classeur en deux allers-retours : la liste des feuilles et les réglages, puis le contenu des feuilles. */
export async function lireTout(
  context: Excel.RequestContext,
  suivi: Suivi,
  recevoirReglages: (reglages: ReadonlyMap<string, unknown>) => void,
): Promise<Lecture> {
  const liste = demanderFeuilles(context);
  const reglages = demanderReglages(context);
  suivi.signal?.throwIfAborted();
  await context.sync();
  suivi.signal?.throwIfAborted();
  recevoirReglages(reglages());
  const feuilles = liste();
  return {
    feuilles: await lireFeuilles(
      context,
      feuilles.filter(({ estLegende }) => !estLegende),
      suivi,
    ),
    legende: feuilles.find(({ estLegende }) => estLegende)?.id ?? null,
  };
}

/** Ces feuilles entières, en un aller-retour ; au-delà de 512 fusions, qu'Excel refuse de rendre, elles sont lues sans. */
export async function lireFeuilles(
  context: Excel.RequestContext,
  feuilles: readonly Pick<FeuilleListee, 'id' | 'nom'>[],
  suivi: Suivi = {},
): Promise<readonly FeuilleExcel[]> {
  const lire = async (avecFusions: boolean) => {
    let fusions: (() => Plage[])[] = [];
    const releves = await relever(
      context,
      feuilles.map(({ id }) => id),
      ['values', 'numberFormat'],
      {
        ...suivi,
        joindre: () => (fusions = avecFusions ? feuilles.map(({ id }) => demanderFusions(context, id)) : []),
      },
    );
    return feuilles.map(({ id, nom }, rang) =>
      feuilleExcel({ id, nom, fusions: fusions[rang]?.() ?? [] }, (releves.get(id) ?? []).map(releveDe)),
    );
  };
  if (!peut('fusions')) return lire(false);
  try {
    return await lire(true);
  } catch (erreur) {
    const code = codeDe(erreur);
    if (code === null || code === EN_SAISIE) throw erreur;
    return lire(false);
  }
}

function demanderFusions(context: Excel.RequestContext, id: string): () => Plage[] {
  const zones = context.workbook.worksheets.getItem(id).getRange().getMergedAreasOrNullObject();
  zones.load('address');
  return () => (zones.isNullObject ? [] : adressesDe(zones.address).map(plageDe));
}

/** @example adressesDe("'L''été, 2'!A1:B2,'L''été, 2'!D4") // ['A1:B2', 'D4'] */
export function adressesDe(adresse: string): string[] {
  return separerReferences(adresse).flatMap((morceau) => lireReference(morceau.trim())?.adresse ?? []);
}
