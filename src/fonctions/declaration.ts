import type { Droit } from '../droit';
import { ecrireCompte } from '../nombres';
import {
  diffuser,
  diffuserEnLignes,
  enErreurDeCellule,
  ErreurDeCellule,
  estAbsent,
  valeurSeule,
  type Plage,
} from './valeurs';

/** Un argument : son nom et son aide, tels que l'agent les voit, et comment une cellule s'en lit. */
export interface Argument<T> {
  readonly nom: string;
  /** Unité, bornes, ce que vaut l'argument absent. */
  readonly aide: string;
  readonly facultatif: boolean;
  /** La valeur d'une cellule, ou une `ErreurDeCellule` qui dit ce qui est attendu. */
  readonly lire: (valeur: unknown) => T;
  /** La plage entière, et non ses cellules une à une. */
  readonly entiere: boolean;
  /** La liste close des valeurs, si c'en est une. */
  readonly choix?: readonly string[];
}

/** Un argument obligatoire, lu cellule par cellule. */
export const argument = <T>(nom: string, aide: string, lire: (nom: string, valeur: unknown) => T): Argument<T> => ({
  nom,
  aide,
  facultatif: false,
  entiere: false,
  lire: (valeur) => lire(nom, valeur),
});

/** Le même, qu'on peut omettre : il vaut alors `absent`. */
export function facultatif<T>(base: Argument<T>): Argument<T | null>;
export function facultatif<T>(base: Argument<T>, absent: T): Argument<T>;
export function facultatif<T>(base: Argument<T>, absent: T | null = null): Argument<T | null> {
  return { ...base, facultatif: true, lire: (valeur) => (estAbsent(valeur) ? absent : base.lire(valeur)) };
}

/** Une plage entière, telle que l'hôte la passe. */
export const plageEntiere = (nom: string, aide: string): Argument<Plage> => ({
  nom,
  aide,
  facultatif: false,
  entiere: true,
  lire: (plage) => plage as Plage,
});

type Arguments = readonly Argument<unknown>[];
type Valeurs<A extends Arguments> = { -readonly [I in keyof A]: A[I] extends Argument<infer T> ? T : never };

/** Tout ce qui est public d'une fonction : le registre, `functions.json`, l'aide, le README et le registre du droit en dérivent. */
interface Declaration<A extends Arguments, R> {
  /** Tel que l'agent le tape ; ne change plus, non plus que l'ordre des arguments. */
  readonly nom: string;
  /** En quelques mots, pour les listes. */
  readonly resume: string;
  /** Ce que la fonction calcule, et l'article ; 255 caractères au plus, la longueur qu'Excel montre. */
  readonly description: string;
  readonly arguments: A;
  /** Unité ou forme du résultat, et erreurs. */
  readonly rend: string;
  /** « =FORMULE → résultat (pourquoi) », un par borne : un essai les évalue. */
  readonly exemples: readonly string[];
  /** La ligne du registre du droit (docs/regles.md) qu'elle calcule, avec son article et sa certitude. */
  readonly dispositif: string;
  readonly calculer: (...valeurs: Valeurs<A>) => R;
}

/** Une fonction déclarée, prête à être appelée comme un tableur l'appelle : une plage par argument. */
export interface FonctionDeclaree extends Omit<Declaration<Arguments, unknown>, 'calculer'> {
  /** Ce que chaque argument peut être : une cellule, une plage ; vide s'il n'y en a pas. */
  readonly plages: string;
  readonly appeler: Appelable;
}

/** Une fonction personnalisée : des plages, et une plage de valeurs ou d'erreurs. */
export type Appelable = (plages: readonly unknown[]) => Promise<unknown[][]>;

const UNE_CELLULE_OU_UNE_PLAGE = 'Chaque argument est une cellule ou une plage.';

/** Une valeur par cellule des plages données : une formule remplit toute une colonne. */
export const parCellule = <const A extends Arguments>(declaration: Declaration<A, unknown>): FonctionDeclaree =>
  declarer(declaration, UNE_CELLULE_OU_UNE_PLAGE, (plages) =>
    diffuser(plages, (...cellules) => avecReserve(...calculerDe(declaration, cellules))),
  );

/** Le même, dont le calcul a besoin de données chargées à son premier appel. */
export const parCelluleAvec = <D, const A extends Arguments>(
  charger: () => Promise<D>,
  {
    calculer,
    ...declaration
  }: Omit<Declaration<A, unknown>, 'calculer'> & {
    readonly calculer: (donnees: D, ...valeurs: Valeurs<A>) => unknown;
  },
): FonctionDeclaree =>
  declarer(declaration, UNE_CELLULE_OU_UNE_PLAGE, async (plages) => {
    const donnees = await charger();
    return diffuser(plages, (...cellules) => calculer(donnees, ...lireTous(declaration.arguments, cellules)));
  });

/** Plusieurs colonnes par ligne des plages données. */
export const enLignes = <const A extends Arguments>(
  colonnes: number,
  declaration: Declaration<A, unknown[]>,
): FonctionDeclaree =>
  declarer(declaration, 'Chaque argument est une cellule ou une colonne.', (plages) =>
    diffuserEnLignes(plages, colonnes, (...cellules) => {
      const [ligne, valeurs] = calculerDe(declaration, cellules);
      const mots = ligne.findIndex((cellule) => typeof cellule === 'string' && cellule !== '');
      return ligne.map((cellule, i) => (i === mots ? avecReserve(cellule, valeurs) : cellule));
    }),
  );

/** Un tableau, depuis des cellules seules ou des plages entières ; il se déverse. */
export const enTableau = <const A extends Arguments>(
  declaration: Declaration<A, unknown[][] | Promise<unknown[][]>>,
): FonctionDeclaree =>
  declarer(declaration, plagesDe(declaration.arguments), async (plages) => {
    const valeurs = declaration.arguments.map(({ nom, entiere }, i) => {
      const plage = plages[i] ?? null;
      return entiere ? plage : valeurSeule(nom, plage);
    });
    const [rendu, lues] = calculerDe(declaration, valeurs);
    const lignes = await rendu;
    const seule = lignes.length === 1 && lignes[0]!.length === 1;
    return seule ? [[avecReserve(lignes[0]![0], lues)]] : lignes;
  });

function plagesDe(args: Arguments): string {
  const entieres = args.filter(({ entiere }) => entiere).map(({ nom }) => nom);
  if (entieres.length === 0) return 'Chaque argument est une seule cellule.';
  return `Une plage entière pour ${entieres.join(', ')} ; une seule cellule pour chaque autre argument.`;
}

function declarer<A extends Arguments>(
  declaration: Omit<Declaration<A, never>, 'calculer'>,
  plages: string,
  evaluer: (plages: readonly Plage[]) => unknown[][] | Promise<unknown[][]>,
): FonctionDeclaree {
  const { length } = declaration.arguments;
  const appeler: Appelable = async (recus) => {
    // Excel ajoute l'objet de l'appel après le dernier argument que connaissent ses métadonnées : seule une plage en est un.
    const lues = recus.map((recu) => (Array.isArray(recu) ? (recu as unknown[][]) : null));
    try {
      if (lues.slice(length).some(Boolean)) throw deTrop(declaration.nom, lues.length, length);
      return await evaluer(Array.from({ length }, (_, i) => lues[i] ?? null));
    } catch (erreur) {
      throw enErreurDeCellule(erreur);
    }
  };
  return { ...declaration, plages: length > 0 ? plages : '', appeler };
}

const deTrop = (nom: string, recus: number, attendus: number): ErreurDeCellule =>
  new ErreurDeCellule('#VALEUR!', `${nom} : reçu ${ecrireCompte(recus, 'argument')}, attendu ${attendus} au plus.`);

const lireTous = <A extends Arguments>(args: A, valeurs: readonly unknown[]): Valeurs<A> =>
  args.map(({ lire }, i) => lire(valeurs[i])) as Valeurs<A>;

/** Le résultat, et les arguments lus dont il vient. */
function calculerDe<A extends Arguments, R>(
  { arguments: args, calculer }: Declaration<A, R>,
  cellules: readonly unknown[],
): [R, readonly unknown[]] {
  const valeurs = lireTous(args, cellules);
  return [calculer(...valeurs), valeurs];
}

/** Une réponse en mots dit la réserve d'une période postérieure au droit lu ; un nombre ne le peut pas, `SRU.EXPLIQUER` la dit. */
function avecReserve(resultat: unknown, valeurs: readonly unknown[]): unknown {
  const droit = valeurs.find((v): v is Droit => typeof v === 'object' && v !== null && 'reserve' in v);
  return typeof resultat === 'string' && resultat !== '' && droit?.reserve
    ? `${resultat} ; ${droit.reserve}`
    : resultat;
}
