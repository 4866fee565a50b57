import { ErreurInconnue } from '../erreurs';
import { type Repere } from '../modele/feuilles';
import { type Arguments } from './arguments';

/** « 1.9 » : ExcelApi 1.9 ; sinon l'ensemble et sa version, « CustomFunctions 1.4 ». */
export type Exigence = `${number}` | `${string} ${number}`;

/** Ce qu'une requête peut demander à un objet d'Excel. `C` : ce que l'objet désigne dans le modèle. */
export type Membre<C> = {
  readonly exigence: Exigence;
} & (
  | {
      readonly genre: 'valeur';
      lire(cible: C): unknown;
      ecrire?(cible: C, valeur: unknown): void;
      /** Faux : lue seulement quand on la nomme. */
      readonly parDefaut: boolean;
    }
  | { readonly genre: 'lien'; suivre(cible: C): Objet | null }
  | { readonly genre: 'methode'; appeler(cible: C, args: Arguments): unknown }
);

export const valeur = <C>(
  exigence: Exigence,
  lire: (cible: C) => unknown,
  ecrire?: (cible: C, valeur: unknown) => void,
): Membre<C> => ({ genre: 'valeur', exigence, lire, parDefaut: true, ...(ecrire ? { ecrire } : {}) });

export const lien = <C>(exigence: Exigence, suivre: (cible: C) => Objet | null): Membre<C> => ({
  ...{ genre: 'lien', exigence, suivre },
});

/** Rend un objet, `null` (l'objet nul), une valeur, ou rien. */
export const methode = <C>(exigence: Exigence, appeler: (cible: C, args: Arguments) => unknown): Membre<C> => ({
  ...{ genre: 'methode', exigence, appeler },
});

export interface Collection<C> {
  elements(cible: C): Objet[];
  /** L'élément de cette clé ; ItemNotFound s'il n'y est pas. */
  element?(cible: C, args: Arguments): Objet;
}

export interface DefinitionDObjet<C> {
  readonly nom: string;
  /** Par le nom qu'ils portent dans les requêtes. */
  readonly membres: Readonly<Record<string, Membre<C>>>;
  readonly collection?: Collection<C>;
  /** L'identité par laquelle la bibliothèque retrouve l'objet : le membre « Id » ou « _Id », et sa valeur. */
  identite?(cible: C): Readonly<Record<string, string>>;
  /** Les plages d'un objet qui se garde d'une requête à l'autre par une référence. */
  reperes?(cible: C): readonly Repere[];
}

/** Les membres que des requêtes ont nommés, « Range.Values », dont `membres.ts` tire ceux dont nul ne se sert. */
export const nommes = new Set<string>();

/** Un objet d'Excel tel qu'une requête le manie. */
export class Objet {
  readonly #noms: ReadonlyMap<string, string>;

  constructor(
    readonly definition: DefinitionDObjet<unknown>,
    readonly cible: unknown,
  ) {
    this.#noms = nomsDe(definition);
  }

  /** Le membre de ce nom, la casse à part ; `ApiNotFound` et son nom s'il n'est pas connu. `nomme` : faux s'il n'est lu qu'avec tous. */
  membre(nom: string, nomme = true): { nom: string; membre: Membre<unknown> } {
    const exact = this.#noms.get(nom.toLowerCase());
    const membre = exact === undefined ? undefined : this.definition.membres[exact];
    const lieu = `${this.definition.nom}.${nom.charAt(0).toLowerCase()}${nom.slice(1)}`;
    if (!membre || exact === undefined) throw new ErreurInconnue(lieu);
    if (nomme) nommes.add(`${this.definition.nom}.${exact}`);
    return { nom: exact, membre };
  }
}

const noms = new WeakMap<DefinitionDObjet<unknown>, ReadonlyMap<string, string>>();
function nomsDe(definition: DefinitionDObjet<unknown>): ReadonlyMap<string, string> {
  let connus = noms.get(definition);
  if (!connus) {
    connus = new Map(Object.keys(definition.membres).map((nom) => [nom.toLowerCase(), nom]));
    noms.set(definition, connus);
  }
  return connus;
}

const definitions: DefinitionDObjet<unknown>[] = [];
/** Tous les objets que l'hôte connaît, pour en comparer les exigences à celles de la bibliothèque. */
export const objetsConnus = (): readonly DefinitionDObjet<unknown>[] => definitions;

/** Déclare un objet d'Excel ; rend ce qui en fait un à partir de sa cible. */
export function definir<C>(definition: DefinitionDObjet<C>): (cible: C) => Objet {
  // Un objet ne reçoit que les cibles de sa propre définition : `definir` est seul à les lier.
  const effacee = definition as unknown as DefinitionDObjet<unknown>;
  definitions.push(effacee);
  return (cible) => new Objet(effacee, cible);
}
