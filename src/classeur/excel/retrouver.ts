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
  // D'une colonne où une cellule n'est plus ce qu'elle était, toutes se cherchent : une autre, identique, a pu prendre sa place.
  const changees = new Set(relues.filter((relue) => !relue.coloree || !meme(relue)).map(colonneDe));
  const douteuses = relues.filter((relue) => changees.has(colonneDe(relue)));
  const intactes: Placee[] = relues.filter((relue) => !changees.has(colonneDe(relue)));
  const incertaines: Lieu[] = [];
  const colorees = await lireColorees(context, contenus, douteuses);
  // Une cellule annotée sous la dernière ligne remplie n'est pas dans ce qui vient d'être lu.
  const vues = new Set(colorees.map(({ lieu }) => cle(lieu)));
  const horsDesLues = douteuses
    .filter(({ coloree, lieu }) => coloree && !vues.has(cle(lieu)))
    .map(({ lieu, fond, actuelle }) => ({ ...plageDe(lieu.adresse), lieu, fond, identite: actuelle }));
  for (const feuille of new Set(douteuses.map(({ lieu }) => lieu.feuille))) {
    const ici = <T extends { readonly lieu: Lieu }>(cellules: readonly T[]) =>
      cellules.filter(({ lieu }) => lieu.feuille === feuille);
    const resultat = rapprocher(
      ici(douteuses).map((relue) => ({ ...relue, ...plageDe(relue.lieu.adresse) })),
      ici([...colorees, ...horsDesLues]),
    );
    intactes.push(...resultat.paires.map(({ cherchee, coloree }) => ({ ...cherchee, lieu: coloree.lieu })));
    incertaines.push(...resultat.incertaines.map(({ lieu }) => lieu));
  }
  return { intactes, incertaines };
}

const cle = ({ feuille, adresse }: Lieu): string => `${feuille}!${adresse}`;
const colonneDe = ({ lieu }: Relue): string => `${lieu.feuille} ${plageDe(lieu.adresse).colonne}`;

/** Les cellules de nos fonds, dans les colonnes de ce qui se cherche. */
async function lireColorees(context: Excel.RequestContext, contenus: Contenus, douteuses: readonly Relue[]) {
  const colonnes = new Map(douteuses.map((relue) => [colonneDe(relue), relue.lieu]));
  const lues: (() => { lieu: Lieu; ligne: number; colonne: number; fond: string; identite: Identite }[])[] = [];
  const fonds = new Map(douteuses.map(({ fond, avant }) => [`${fond} ${avant?.motif}`, { fond, avant }]));
  let attendues = 0;
  for (const { feuille, nomDeFeuille, adresse: cellule } of colonnes.values()) {
    const { colonne } = plageDe(cellule);
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
