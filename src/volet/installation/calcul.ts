/// <reference types="office-js" />
import { executer } from '../../classeur/excel/executer';
import { ecrire } from '../../nombres';
import { juger, type Chantier, type Constat } from './point';

const PAS = 100;

export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((suite) => {
    const minuterie = setTimeout(suite, ms);
    signal?.addEventListener('abort', () => clearTimeout(minuterie));
  });

/** Les valeurs d'une plage, dès qu'elles sont celles attendues, ou ce qu'elles sont quand la patience est à bout. */
export async function attendreValeurs(
  { plage, patience }: Chantier,
  adresse: string,
  attendues: readonly unknown[],
): Promise<readonly unknown[]> {
  const limite = performance.now() + patience;
  for (;;) {
    const lues = await executer(async (context) => {
      const lue = plage(context, adresse);
      lue.load('values');
      await context.sync();
      return lue.values.flat() as unknown[];
    });
    if (memes(lues, attendues) || performance.now() > limite) return lues;
    await pause(PAS);
  }
}

export const lireFormules = ({ plage }: Chantier, adresse: string): Promise<readonly unknown[]> =>
  executer(async (context) => {
    const lue = plage(context, adresse);
    lue.load('formulas');
    await context.sync();
    return lue.formulas.flat() as unknown[];
  });

export const memes = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((valeur, i) => valeur === b[i]);

export const ecrireValeurs = (valeurs: readonly unknown[]): string =>
  valeurs.map((v) => (v === '' ? 'vide' : typeof v === 'number' ? ecrire(v) : String(v))).join(' ; ');

export const comparer = (trouvees: readonly unknown[], attendues: readonly unknown[]): Constat =>
  juger(memes(trouvees, attendues), ecrireValeurs(trouvees));
