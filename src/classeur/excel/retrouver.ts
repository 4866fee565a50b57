/// <reference types="office-js" />
import { adresse, plageDe } from '../../tableau';
import { identite, type Identite } from './empreinte';
import { estNotre } from './fonds';
import type { Placee } from './journal-annotations';
import { rapprocher } from './rapprocher';
import type { Contenus } from './releves';
import type { Lieu } from './suivies';

export interface Retrouvees {
  /** Les cellules annotées qui portent encore notre fond, où qu'un tri les ait mises. */
  readonly intactes: readonly Placee[];
  /** Celles d'un de nos fonds, dont rien ne dit plus sûrement celui d'avant. */
  readonly incertaines: readonly Lieu[];
}

interface Relue extends Placee {
  /** La cellule que son nom désigne porte encore notre fond. */
  readonly coloree: boolean;
  readonly actuelle: Identite;
}

/** Ce qu'une réponse d'Excel tient sans peine, à une centaine d'octets par fond. */
const FONDS_PAR_REPONSE = 20_000;

/** Retrouve les cellules annotées ; sans aller-retour si chacune est restée ce qu'elle était. */
export async function retrouver(
  context: Excel.RequestContext,
  contenus: Contenus,
  relues: readonly Relue[],
): Promise<Retrouvees> {
  const meme = ({ identite: a, actuelle: b }: Relue) => a?.contenu === b.contenu && a.ligne === b.ligne;
  const enPlace = relues.filter((relue) => relue.coloree && meme(relue));
  const douteuses = relues.filter((relue) => !meme(relue));
  const prises = new Set(enPlace.map(({ lieu }) => cle(lieu)));
  const intactes: Placee[] = [...enPlace];
  const incertaines: Lieu[] = [];
  const colorees = await lireColorees(context, contenus, douteuses);
  for (const feuille of new Set(douteuses.map(({ lieu }) => lieu.feuille))) {
    const ici = <T extends { readonly lieu: Lieu }>(cellules: readonly T[]) =>
      cellules.filter(({ lieu }) => lieu.feuille === feuille);
    const resultat = rapprocher(
      ici(douteuses).map((relue) => ({ ...relue, ...plageDe(relue.lieu.adresse) })),
      ici(colorees).filter(({ lieu }) => !prises.has(cle(lieu))),
    );
    intactes.push(...resultat.paires.map(({ cherchee, coloree }) => ({ ...cherchee, lieu: coloree.lieu })));
    incertaines.push(...resultat.incertaines.map(({ lieu }) => lieu));
  }
  return { intactes, incertaines };
}

const cle = ({ feuille, adresse }: Lieu): string => `${feuille}!${adresse}`;

/** Les cellules de nos fonds, dans les colonnes de ce qui se cherche. */
async function lireColorees(context: Excel.RequestContext, contenus: Contenus, douteuses: readonly Relue[]) {
  const colonnes = new Map(
    douteuses.map(({ lieu }) => {
      const { colonne } = plageDe(lieu.adresse);
      return [`${lieu.feuille} ${colonne}`, { lieu, colonne }];
    }),
  );
  const lues: (() => { lieu: Lieu; ligne: number; colonne: number; fond: string; identite: Identite }[])[] = [];
  const fonds = new Map(douteuses.map(({ fond, avant }) => [`${fond} ${avant?.motif}`, { fond, avant }]));
  let attendues = 0;
  for (const { lieu, colonne } of colonnes.values()) {
    const { feuille, nomDeFeuille } = lieu;
    for (const { ligne, colonne: debut, formulas } of contenus.get(feuille) ?? []) {
      if (colonne < debut || colonne >= debut + (formulas[0]?.length ?? 0)) continue;
      attendues += formulas.length;
      if (attendues > FONDS_PAR_REPONSE && lues.length > 0) {
        await context.sync();
        attendues = formulas.length;
      }
      const plage = context.workbook.worksheets
        .getItem(feuille)
        .getRangeByIndexes(ligne, colonne, formulas.length, 1)
        .getCellProperties({ format: { fill: { color: true, pattern: true } } });
      lues.push(() =>
        plage.value.flatMap(([proprietes], rang) => {
          const { color = '', pattern } = proprietes?.format?.fill ?? {};
          const actuel = { couleur: color, motif: pattern ?? 'Solid', couleurMotif: '' };
          const notre = [...fonds.values()].find(({ fond, avant }) => estNotre(actuel, fond, avant));
          if (!notre) return [];
          const place = { feuille, nomDeFeuille, adresse: adresse(ligne + rang, colonne) };
          return [
            {
              lieu: place,
              ligne: ligne + rang,
              colonne,
              fond: notre.fond,
              identite: identite(formulas[rang]!, colonne - debut),
            },
          ];
        }),
      );
    }
  }
  if (lues.length > 0) await context.sync();
  return lues.flatMap((lire) => lire());
}
