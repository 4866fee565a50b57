import { ErreurHote } from '../erreurs';
import { type Objet } from './cadre';

/** Les arguments d'une requête, lus un à un ; un argument du mauvais genre est un InvalidArgument. */
export class Arguments {
  constructor(
    readonly bruts: readonly unknown[],
    private readonly objets: readonly (Objet | null | undefined)[] = [],
  ) {}

  /** L'argument tel quel ; `undefined` s'il manque. */
  brut(rang: number): unknown {
    return this.bruts[rang] ?? undefined;
  }

  #refuser(): never {
    throw new ErreurHote('InvalidArgument');
  }

  texte(rang: number): string {
    const brut = this.brut(rang);
    return typeof brut === 'string' ? brut : this.#refuser();
  }

  texteFacultatif(rang: number): string | undefined {
    return this.brut(rang) === undefined ? undefined : this.texte(rang);
  }

  entier(rang: number, defaut?: number): number {
    const brut = this.brut(rang) ?? defaut;
    return Number.isInteger(brut) ? Number(brut) : this.#refuser();
  }

  booleen(rang: number, defaut = false): boolean {
    const brut = this.brut(rang) ?? defaut;
    return typeof brut === 'boolean' ? brut : this.#refuser();
  }

  /** L'un des noms permis, le premier par défaut. */
  parmi<T extends string>(rang: number, permis: readonly [T, ...T[]]): T {
    const brut = this.brut(rang);
    if (brut === undefined) return permis[0];
    return permis.find((nom) => nom === brut) ?? this.#refuser();
  }

  /** L'objet passé en argument, s'il y en a un. */
  objet(rang: number): Objet | undefined {
    return this.objets[rang] ?? undefined;
  }
}
