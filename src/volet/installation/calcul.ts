/// <reference types="office-js" />
import { executer } from '../../classeur/excel/executer';
import { ecrire } from '../../nombres';
import type { Chantier } from './point';

const PAS = 100;

export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((suite) => {
    const minuterie = setTimeout(suite, ms);
    signal?.addEventListener('abort', () => clearTimeout(minuterie));
  });

/** Les valeurs d'une plage, dès qu'elles sont celles attendues, ou ce qu'elles sont quand la patience est à bout. */
export async function attendreValeurs(
  chantier: Chantier,
  adresse: string,
  attendues: readonly unknown[],
): Promise<readonly unknown[]> {
  const limite = performance.now() + chantier.patience;
  for (;;) {
    const lues = await lire(chantier, adresse, 'values');
    if (memes(lues, attendues) || performance.now() > limite) return lues;
    await pause(PAS);
  }
}

export const lireFormules = (chantier: Chantier, adresse: string) => lire(chantier, adresse, 'formulas');

const lire = ({ plage }: Chantier, adresse: string, quoi: 'values' | 'formulas'): Promise<readonly unknown[]> =>
  executer(async (context) => {
    const lue = plage(context, adresse);
    lue.load(quoi);
    await context.sync();
    return lue[quoi].flat() as unknown[];
  });

export const memes = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((valeur, i) => valeur === b[i]);

export const ecrireValeurs = (valeurs: readonly unknown[]): string =>
  valeurs.map((v) => (v === '' ? 'vide' : typeof v === 'number' ? ecrire(v) : String(v))).join(' ; ');
