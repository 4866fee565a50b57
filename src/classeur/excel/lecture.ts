/// <reference types="office-js" />
import { plageDe, type Plage } from '../../tableau';
import type { Suivi } from '../classeur';
import { lireReference, separerReferences } from './adresses';
import { APERCU, lireAspects, type Aspect } from './aspects';
import { peut } from './capacites';
import { codeDe, EN_SAISIE } from './erreurs';
import { demanderFeuilles, type FeuilleListee } from './feuilles';
import { demanderNotes } from './notes';
import { feuilleExcel, type FeuilleExcel, type Releve } from './grille-excel';
import { demanderReglages } from './reglages';
import { relever, type Bande } from './releves';

type BandeLue = Bande<(typeof LUES)[number]>;

/** Ce qui se lit d'une plage pour en faire un relevé ; `APERCU` se charge avec. */
export const LUES = ['values', 'numberFormat'] as const;

/** Le relevé de chaque bande, avec son aspect. */
export async function relevesDe(
  context: Excel.RequestContext,
  bandes: readonly BandeLue[],
): Promise<ReadonlyMap<BandeLue, Releve>> {
  const aspects: ReadonlyMap<object, Aspect> = await lireAspects(context, bandes);
  return new Map(
    bandes.map((bande) => {
      const { ligne, colonne, values: valeurs, numberFormat: formats } = bande;
      return [bande, { ligne, colonne, valeurs, formats, aspect: aspects.get(bande)! }];
    }),
  );
}

export interface Lecture {
  readonly feuilles: readonly FeuilleExcel[];
  /** La légende des annotations, qui n'est ni lue ni suivie. */
  readonly legende: string | null;
}

/** Tout le classeur en deux allers-retours (`lireAspects` à part) : la liste des feuilles et les réglages, puis le contenu des feuilles. */
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
  feuilles: readonly (Pick<FeuilleListee, 'id' | 'nom'> & { readonly masquee?: boolean })[],
  suivi: Suivi = {},
): Promise<readonly FeuilleExcel[]> {
  const lire = async (avecFusions: boolean) => {
    let fusions: (() => Plage[])[] = [];
    let commentees: ReturnType<typeof demanderNotes> = () => Promise.resolve(new Map());
    const bandes = await relever(
      context,
      feuilles.map(({ id }) => id),
      LUES,
      {
        ...suivi,
        aussi: APERCU,
        joindre() {
          fusions = avecFusions ? feuilles.map(({ id }) => demanderFusions(context, id)) : [];
          commentees = demanderNotes(
            context,
            feuilles.map(({ id }) => id),
          );
        },
      },
    );
    const releves = await relevesDe(context, [...bandes.values()].flat());
    const notes = await commentees();
    return feuilles.map(({ id, nom, masquee = false }, rang) =>
      feuilleExcel(
        { id, nom, masquee, fusions: fusions[rang]?.() ?? [], notes: notes.get(id) ?? [] },
        (bandes.get(id) ?? []).map((bande) => releves.get(bande)!),
      ),
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
