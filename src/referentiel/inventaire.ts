import type { Annuaire } from '../annuaire/annuaire';
import { periodeDe, type Periode, type TauxCible } from '../droit';
import { lireNombre, type NombreLu } from '../nombres';

export const STATUTS = ['en règle', 'déficitaire', 'carencée', 'exemptée'] as const;
export type Statut = (typeof STATUTS)[number];

/** Ce que l'inventaire publie d'une commune ; `null` : il ne le dit pas. Ce ne sont jamais les chiffres notifiés. */
export interface CommunePubliee {
  readonly code: string;
  readonly nom: string;
  /** Le numéro SIREN et le nom de son EPCI, selon l'annuaire. */
  readonly epci: string | null;
  readonly nomEpci: string | null;
  /** Municipale, en vigueur l'année de la publication. */
  readonly population: number | null;
  /** En points, à ses décimales écrites. */
  readonly taux: NombreLu | null;
  readonly cible: TauxCible | null;
  /** Logements locatifs sociaux, à la date du taux. */
  readonly lls: number | null;
  readonly deficitaire: boolean | null;
  readonly carencee: boolean;
  readonly exemptee: boolean;
  /** Ce qui l'emporte : l'exemption, puis la carence, puis le déficit. */
  readonly statut: Statut | null;
}

/** Les dates d'un inventaire : ce qu'il faut en dire partout où l'on s'en sert. */
export interface DatesDInventaire {
  /** L'année de la publication, qui le nomme. */
  readonly annee: number;
  /** L'année du 1er janvier où les taux et les logements sont comptés : celle qui précède. */
  readonly anneeDesTaux: number;
  /** La période dont il dit les taux cibles, les carences et les exemptions. */
  readonly periode: Periode;
}

/** L'inventaire d'une année, tel que le ministère le publie. */
export interface InventairePublie extends DatesDInventaire {
  readonly source: string;
  readonly fichier: string;
  /** Le jour où il a été lu (AAAA-MM-JJ). */
  readonly luLe: string;
  /** Dans l'ordre des codes. */
  readonly communes: readonly CommunePubliee[];
  parCode(code: string): CommunePubliee | undefined;
  /** @param code le numéro du département : « 17 », « 2A », « 974 » */
  membresDuDepartement(code: string): readonly CommunePubliee[];
  /** @param siren celui de l'EPCI, que l'annuaire donne ; une commune que l'inventaire ne connaît pas n'y est pas */
  membresDeLEpci(siren: string): readonly CommunePubliee[];
}

/** @example nommerInventaire(dernier) // « l’inventaire publié en 2025 (taux au 1er janvier 2024) » */
export const nommerInventaire = ({ annee, anneeDesTaux }: DatesDInventaire): string =>
  `l’inventaire publié en ${annee} (taux au 1er janvier ${anneeDesTaux})`;

/** La situation en lettres : d déficitaire, r en règle, rien si elle n'est pas dite ; c carencée ; e exemptée. */
export type Situation = string;

/** Le nom n'est là que si l'annuaire ne l'a pas. */
export type CommuneDonnee = readonly [
  code: string,
  population: number | null,
  taux: string | null,
  cible: TauxCible | null,
  situation: Situation,
  lls?: number | null,
  nom?: string,
];

/** La forme d'un inventaire dans `inventaires.json`, écrit par `npm run referentiel`. */
export interface Donnees {
  readonly annee: number;
  readonly source: string;
  readonly fichier: string;
  readonly luLe: string;
  readonly communes: readonly CommuneDonnee[];
}

export function lireInventaire({ communes: donnees, ...origine }: Donnees, annuaire: Annuaire): InventairePublie {
  const communes = donnees.map((donnee) => lireCommune(donnee, annuaire));
  const parCode = new Map(communes.map((commune) => [commune.code, commune]));
  return {
    ...origine,
    anneeDesTaux: origine.annee - 1,
    periode: periodeDe(origine.annee),
    communes,
    parCode: (code) => parCode.get(code),
    membresDuDepartement: (code) => communes.filter((commune) => commune.code.startsWith(code)),
    membresDeLEpci: (siren) => communes.filter(({ epci }) => epci === siren),
  };
}

function lireCommune(
  [code, population, taux, cible, situation, lls = null, nom = code]: CommuneDonnee,
  annuaire: Annuaire,
): CommunePubliee {
  const connue = annuaire.parCode(code);
  const deficitaire = situation.includes('d') || (situation.includes('r') ? false : null);
  const [carencee, exemptee] = [situation.includes('c'), situation.includes('e')];
  return {
    code,
    nom: connue?.nom ?? nom,
    epci: connue?.epci ?? null,
    nomEpci: connue?.nomEpci ?? null,
    population,
    taux: taux === null ? null : lireNombre(taux),
    cible,
    lls,
    deficitaire,
    carencee,
    exemptee,
    statut: statutDe({ deficitaire, carencee, exemptee }),
  };
}

function statutDe({ deficitaire, carencee, exemptee }: Pick<CommunePubliee, 'deficitaire' | 'carencee' | 'exemptee'>) {
  if (exemptee) return 'exemptée';
  if (carencee) return 'carencée';
  return deficitaire === null ? null : deficitaire ? 'déficitaire' : 'en règle';
}
