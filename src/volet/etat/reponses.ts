import {
  cleEntete,
  NOMS,
  normaliser,
  SANS_PRECISION,
  type Precisions,
  type SensDeColonne,
  type Tableau,
} from '../../tableau';

type Table = 'colonnes' | 'lignes' | 'textes' | 'accords' | 'rangs';

/** Où une réponse de l'agent est gardée. */
export type PlaceDeReponse =
  | { readonly champ: Exclude<keyof Precisions, Table>; readonly cle?: undefined }
  | { readonly champ: Table; readonly cle: string };

/** Les précisions, une réponse retirée : ce qui est lu vaut à nouveau. */
export function retirer(precisions: Precisions, { champ, cle }: PlaceDeReponse): Precisions {
  if (cle === undefined) return { ...precisions, [champ]: SANS_PRECISION[champ] };
  return {
    ...precisions,
    [champ]: Object.fromEntries(Object.entries(precisions[champ]).filter(([autre]) => autre !== cle)),
  };
}

/** Une réponse gardée, hors du contexte, que ses menus montrent. */
export interface Reponse {
  readonly place: PlaceDeReponse & { readonly champ: Table };
  readonly sujet: string;
  readonly valeur: string;
  /** Elle parle d'un de ces tableaux. */
  readonly connue: boolean;
}

/** Ce que l'agent a répondu ; chaque chose est nommée comme ces tableaux l'écrivent, ou à défaut comme elle est gardée. */
export function reponsesDe(precisions: Precisions, tableaux: readonly Tableau[]): Reponse[] {
  const ecrits = nomsDe(tableaux);
  const lire = <V>(champ: Table, table: Readonly<Record<string, V>>, sujet: string, dire: (valeur: V) => string) =>
    Object.entries(table).map(([cle, valeur]): Reponse => {
      const nom = ecrits[champ].get(cle);
      return {
        place: { champ, cle },
        sujet: `${sujet} « ${nom ?? cle} »`,
        valeur: dire(valeur),
        connue: nom !== undefined,
      };
    });
  const { colonnes, lignes, textes, accords, rangs } = precisions;
  return [
    ...lire('colonnes', colonnes, 'Colonne', nomDuSens),
    ...lire('lignes', lignes, 'Ligne', (sort) => (sort === 'commune' ? 'comptée' : 'écartée')),
    ...lire('textes', textes, 'Texte', () => 'sans effet'),
    ...lire('accords', accords, 'Accord de', (oui) => (oui ? 'oui' : 'non')),
    ...lire('rangs', rangs, 'Rang de', (rang) => (rang === 3 ? 'droit commun' : `entrante, rang ${rang}`)),
  ];
}

export const nomDuSens = (sens: SensDeColonne): string => (sens === 'sans effet' ? 'rien qui compte' : NOMS[sens]);

/** Ce que les tableaux écrivent, par sa clé. */
function nomsDe(tableaux: readonly Tableau[]): Readonly<Record<Table, ReadonlyMap<string, string>>> {
  const noms = (ecrits: (tableau: Tableau) => readonly string[], cle: (texte: string) => string) =>
    new Map(tableaux.flatMap((tableau) => ecrits(tableau).map((texte) => [cle(texte), texte] as const)));
  const communes = noms(({ lignes }) => lignes.map(({ nom }) => nom), normaliser);
  const autres = noms(
    ({ ecartees, douteuses }) => [
      ...ecartees.map(({ libelle }) => libelle),
      ...douteuses.map(({ ligne }) => ligne.nom),
    ],
    normaliser,
  );
  return {
    colonnes: noms(({ entetes, ignorees }) => [...entetes.values(), ...ignorees].map(({ texte }) => texte), cleEntete),
    lignes: new Map([...communes, ...autres]),
    textes: noms(({ alentours }) => alentours.nonCompris.map(({ texte }) => texte), normaliser),
    accords: communes,
    rangs: communes,
  };
}
