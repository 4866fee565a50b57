/// <reference types="office-js" />
import type { Marque } from './cellules';
import { repartir, type Bande, type Tranche } from './releves';

/** Ce que la feuille montre et que ses valeurs ne disent pas. */
export interface Aspect {
  readonly lignesMasquees: ReadonlySet<number>;
  readonly colonnesMasquees: ReadonlySet<number>;
  /** Les marques de chaque ligne qui en a, par numéro de colonne. */
  readonly marques: ReadonlyMap<number, readonly (Marque | undefined)[]>;
}

const POLICES = ['strikethrough', 'superscript', 'subscript'] as const;
type Police = Readonly<Partial<Record<(typeof POLICES)[number], boolean | null>>>;

/** À charger avec une plage : dit d'un coup si tout, rien, ou une partie (`null`) en est masqué, barré, en exposant ou en indice. */
export const APERCU = ['rowHidden', 'columnHidden', ...POLICES.map((nom) => `format/font/${nom}`)];

/** Une bande, son aperçu chargé. */
type Vue = Bande<'values'>;
/** Une partie d'une bande, et l'aspect de celle-ci, qui se remplit. */
interface Morceau extends Tranche {
  readonly vue: Vue;
  readonly masquees: { readonly lignes: Set<number>; readonly colonnes: Set<number> };
  readonly marques: Map<number, (Marque | undefined)[]>;
}

const DEMANDE = { font: Object.fromEntries(POLICES.map((nom) => [nom, true])) };
/** Une ligne ou une cellule y pèse une centaine d'octets, dans une réponse de 5 Mo au plus. */
const CELLULES_PAR_REPONSE = 40_000;

/**
 * L'aspect de chaque bande : sans aller-retour si rien n'y est masqué ni barré ; sinon un pour les lignes et les colonnes, un de plus
 * pour les cellules des seules lignes barrées, et autant de fois que la taille l'exige. Un filtre masque ses lignes comme l'agent.
 * Office.js ne rend pas les passages d'un texte (office-js#4623) : d'une cellule barrée ou en exposant en partie, on sait qu'elle
 * l'est, non où.
 */
export async function lireAspects(
  context: Excel.RequestContext,
  bandes: readonly Vue[],
): Promise<ReadonlyMap<Vue, Aspect>> {
  const entieres = bandes.map(morceauDe);
  const marquees: Morceau[] = [];
  for (const lot of repartir(entieres.filter(aDetailler), CELLULES_PAR_REPONSE)) {
    const demandes = lot.map((morceau) => ({
      morceau,
      lignes: plageDe(context, morceau).getRowProperties({ rowHidden: true, format: DEMANDE }),
      colonnes: plageDe(context, morceau).getColumnProperties({ columnHidden: true }),
    }));
    await context.sync();
    for (const { morceau, lignes, colonnes } of demandes) {
      const { ligne, colonne, masquees } = morceau;
      lignes.value.forEach(({ rowHidden }, rang) => rowHidden && masquees.lignes.add(ligne + rang));
      colonnes.value.forEach(({ columnHidden }, rang) => columnHidden && masquees.colonnes.add(colonne + rang));
      marquees.push(...lignesMarquees(morceau, lignes.value));
    }
  }
  for (const lot of repartir(marquees, CELLULES_PAR_REPONSE)) {
    const demandes = lot.map((morceau) => ({
      morceau,
      cellules: plageDe(context, morceau).getCellProperties({ format: DEMANDE }),
    }));
    await context.sync();
    for (const { morceau, cellules } of demandes) noterMarques(morceau, cellules.value);
  }
  return new Map(
    entieres.map(({ vue, masquees, marques }) => [
      vue,
      { lignesMasquees: masquees.lignes, colonnesMasquees: masquees.colonnes, marques },
    ]),
  );
}

const morceauDe = (vue: Vue): Morceau => ({
  ...{ vue, id: vue.id, ligne: vue.ligne, colonne: vue.colonne },
  ...{ lignes: vue.values.length, colonnes: vue.values[0]?.length ?? 0 },
  ...{ masquees: { lignes: new Set(), colonnes: new Set() }, marques: new Map() },
});

const plageDe = (context: Excel.RequestContext, { id, ligne, colonne, lignes, colonnes }: Tranche): Excel.Range =>
  context.workbook.worksheets.getItem(id).getRangeByIndexes(ligne, colonne, lignes, colonnes);

const aDetailler = ({ vue: { plage } }: Morceau): boolean =>
  [plage.rowHidden, plage.columnHidden].some((masquee) => masquee !== false) || estMarquee(plage.format.font);

/** Une cellule tout en exposant se lit telle qu'elle est. */
const estMarquee = ({ strikethrough, superscript, subscript }: Police): boolean =>
  strikethrough !== false || superscript === null || subscript === null;

/** Les lignes qui ont une cellule barrée, en tout ou partie ; celles qui se suivent font un morceau. */
function lignesMarquees(morceau: Morceau, lues: readonly Excel.RowProperties[]): Morceau[] {
  const morceaux: Morceau[] = [];
  lues.forEach(({ format }, rang) => {
    if (!estMarquee(format?.font ?? {})) return;
    const ligne = morceau.ligne + rang;
    const dernier = morceaux.at(-1);
    if (dernier && dernier.ligne + dernier.lignes === ligne) {
      morceaux[morceaux.length - 1] = { ...dernier, lignes: dernier.lignes + 1 };
    } else morceaux.push({ ...morceau, ligne, lignes: 1 });
  });
  return morceaux;
}

function noterMarques({ vue, ligne, colonne, marques }: Morceau, lues: readonly Excel.CellProperties[][]): void {
  const valeursDe = (rang: number) => vue.values[ligne + rang - vue.ligne] ?? [];
  // Un nombre n'est jamais barré en partie : un Excel qui le dit ne sait pas répondre.
  const muet = lues.some((rangee, rang) =>
    rangee.some(({ format }, c) => typeof valeursDe(rang)[c] === 'number' && enPartie(format?.font ?? {}) !== ''),
  );
  lues.forEach((rangee, rang) => {
    const notees: (Marque | undefined)[] = [];
    rangee.forEach(({ format }, c) => {
      const police: Police = format?.font ?? {};
      const ote = muet ? '' : enPartie(police);
      if (police.strikethrough || ote) {
        notees[colonne + c] = { ...(police.strikethrough && { barree: true }), ...(ote && { ote }) };
      }
    });
    if (notees.length > 0) marques.set(ligne + rang, notees);
  });
}

/** Ce que la police d'une cellule dit mêlé ; chaîne vide : rien. */
function enPartie({ strikethrough, superscript, subscript }: Police): string {
  const passages = [
    ...(strikethrough === null ? ['barré'] : []),
    ...(superscript === null ? ['en exposant'] : []),
    ...(subscript === null ? ['en indice'] : []),
  ];
  return passages.length > 0 ? `un passage ${passages.join(' ou ')}, lu avec le reste` : '';
}
