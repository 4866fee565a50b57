import { CRITERES, type Critere } from '../../regles';
import { normaliser, type Tableau } from '../../tableau';
import type { TableauControle } from './controles';

/** Quatre au plus : au-delà, ils ne tiennent plus côte à côte. */
export const LETTRES = ['A', 'B', 'C', 'D'] as const;
export type Lettre = (typeof LETTRES)[number];
export const SCENARIOS_MINIMUM = 2;

/** D'où viennent les objectifs d'un scénario. */
const ORIGINES = ['classeur', 'references', 'main', ...CRITERES] as const;
export type Origine = 'classeur' | 'references' | 'main' | Critere;

/** Commune (`clesDe`) → objectif, tel qu'il est tapé. */
export type Objectifs = Readonly<Record<string, string>>;

export interface Scenario {
  readonly lettre: Lettre;
  readonly origine: Origine;
  readonly objectifs: Objectifs;
}

/** Les scénarios du classeur, par tableau (`placeDe`). */
export type Scenarios = Readonly<Record<string, readonly Scenario[]>>;

export const CLE_DES_SCENARIOS = 'mutualisation-sru.scenarios';

type Ligne = Tableau['lignes'][number];

/** Ce qui désigne chaque commune, où qu'elle soit dans le tableau : son code, sinon son nom, et son rang si elle s'y répète. */
export function clesDe({ lignes }: Tableau): ReadonlyMap<Ligne, string> {
  const rangs = new Map<string, number>();
  return new Map(
    lignes.map((ligne) => {
      const cle = ligne.codeInsee ?? `nom ${normaliser(ligne.commune)}`;
      const rang = (rangs.get(cle) ?? 0) + 1;
      rangs.set(cle, rang);
      return [ligne, rang === 1 ? cle : `${cle} (${rang})`] as const;
    }),
  );
}

/** Le rang d'un tableau dans sa feuille : des lignes ajoutées au-dessus ne lui font pas perdre ses scénarios. */
export const placeDe = (trouve: TableauControle, tableaux: readonly TableauControle[]): string =>
  `${trouve.feuille.id} ${tableaux.filter((t) => t.feuille.id === trouve.feuille.id).findIndex((t) => t.cle === trouve.cle)}`;

export const objectifsDe = (tableau: Tableau, objectifDe: (ligne: Ligne, rang: number) => string): Objectifs =>
  Object.fromEntries([...clesDe(tableau)].map(([ligne, cle], rang) => [cle, objectifDe(ligne, rang)]));

/** Un scénario de plus, copie de celui-ci ; les mêmes s'il n'y a plus de place. */
export function ajouter(scenarios: readonly Scenario[], modele: Scenario): readonly Scenario[] {
  const lettre = LETTRES.find((l) => !scenarios.some((s) => s.lettre === l));
  if (!lettre) return scenarios;
  return [...scenarios, { ...modele, lettre }].sort((a, b) => a.lettre.localeCompare(b.lettre));
}

export const remplacer = (scenarios: readonly Scenario[], par: Scenario): readonly Scenario[] =>
  scenarios.map((s) => (s.lettre === par.lettre ? par : s));

export const saisir = (scenario: Scenario, cle: string, objectif: string): Scenario => ({
  ...scenario,
  origine: 'main',
  objectifs: { ...scenario.objectifs, [cle]: objectif },
});

const LONGUEUR_MAXIMALE = 20;

/** Lit ce qu'un autre poste a pu écrire : ce qui ne convient pas est laissé. */
export function lireScenarios(garde: unknown): Scenarios {
  return Object.fromEntries(
    entreesDe(garde).flatMap(([place, liste]) => {
      const lus = Array.isArray(liste) ? liste.flatMap(lireScenario) : [];
      const distincts = LETTRES.flatMap((lettre) => lus.find((s) => s.lettre === lettre) ?? []);
      return distincts.length < SCENARIOS_MINIMUM ? [] : [[place, distincts] as const];
    }),
  );
}

function lireScenario(garde: unknown): Scenario[] {
  const lu = Object.fromEntries(entreesDe(garde));
  const lettre = LETTRES.find((l) => l === lu.lettre);
  if (!lettre) return [];
  const objectifs = entreesDe(lu.objectifs).flatMap(([cle, objectif]) =>
    typeof objectif === 'string' ? [[cle, objectif.slice(0, LONGUEUR_MAXIMALE)] as const] : [],
  );
  const origine = ORIGINES.find((o) => o === lu.origine) ?? 'main';
  return [{ lettre, origine, objectifs: Object.fromEntries(objectifs) }];
}

const entreesDe = (garde: unknown): [string, unknown][] =>
  typeof garde === 'object' && garde !== null ? Object.entries(garde) : [];
