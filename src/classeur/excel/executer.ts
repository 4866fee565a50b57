/// <reference types="office-js" />
import { codeDe, EN_SAISIE, refuser, traduire } from './erreurs';

const ESSAIS = 8;
const ATTENTE = 250;

/**
 * La seule porte d'`Excel.run`. Tant qu'une cellule est en saisie, l'essai reprend du début pendant deux secondes ; toute erreur
 * d'Office en sort en `ErreurDeClasseur`.
 */
export async function executer<T>(travail: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (typeof Excel === 'undefined') {
    return refuser('Le lien avec Excel n’est pas établi : fermer puis rouvrir le volet.');
  }
  for (let essai = 1; ; essai++) {
    try {
      return await Excel.run(travail);
    } catch (erreur) {
      if (codeDe(erreur) !== EN_SAISIE || essai === ESSAIS) throw traduire(erreur);
      await new Promise((suite) => setTimeout(suite, ATTENTE));
    }
  }
}

/**
 * Écrit sans que nos propres changements nous reviennent en événements. Le drapeau est rendu quoi qu'il arrive.
 */
export async function enSilence(context: Excel.RequestContext, ecrire: () => void): Promise<void> {
  context.runtime.enableEvents = false;
  ecrire();
  context.runtime.enableEvents = true;
  try {
    await context.sync();
  } catch (erreur) {
    await retablir(context);
    throw erreur;
  }
}

async function retablir(context: Excel.RequestContext): Promise<void> {
  context.runtime.enableEvents = true;
  await context.sync().catch(() => undefined);
}

/**
 * Fait les gestes en un aller-retour ; s'il échoue, refait chacun seul, pour qu'un refus n'empêche pas les autres. Un geste doit donc
 * pouvoir se refaire. Rend les refusés, avec leur erreur.
 */
export async function chacun<T>(
  context: Excel.RequestContext,
  gestes: readonly T[],
  faire: (geste: T) => void,
): Promise<readonly { readonly geste: T; readonly erreur: unknown }[]> {
  if (gestes.length === 0) return [];
  try {
    gestes.forEach(faire);
    await context.sync();
    return [];
  } catch (erreur) {
    if (gestes.length === 1) return [{ geste: gestes[0]!, erreur }];
    if (codeDe(erreur) === EN_SAISIE) throw erreur;
  }
  const refus: { geste: T; erreur: unknown }[] = [];
  for (const geste of gestes) {
    try {
      faire(geste);
      await context.sync();
    } catch (erreur) {
      refus.push({ geste, erreur });
    }
  }
  return refus;
}
