/// <reference types="office-js" />
import {
  arreteTout,
  codeDe,
  EN_SAISIE,
  estDevance,
  estDispute,
  refuser,
  REQUETE_TROP_GRANDE,
  traduire,
} from './erreurs';
import type { Tour } from './tour';

const ESSAIS = 8;
const ATTENTE = 250;

/**
 * La seule porte d'`Excel.run`. Tant qu'une cellule est en saisie, l'essai reprend du début pendant deux secondes ; toute erreur
 * d'Office en sort en `ErreurDeClasseur`.
 */
export async function executer<T>(travail: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (typeof Excel === 'undefined') {
    return refuser('Le lien avec Excel n’est pas établi : fermez puis rouvrez le volet.');
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
 * Fait les gestes en un aller-retour ; une requête trop grosse pour Excel, qui n'en a alors rien fait, est coupée en deux.
 */
export async function parLots(
  context: Excel.RequestContext,
  gestes: readonly (() => void)[],
  tour?: Tour,
): Promise<void> {
  try {
    tour?.entrer();
    for (const geste of gestes) geste();
    await context.sync();
    tour?.passer();
  } catch (erreur) {
    if (codeDe(erreur) !== REQUETE_TROP_GRANDE || gestes.length < 2) throw erreur;
    for (const moitie of moities(gestes)) await parLots(context, moitie, tour);
  }
}

/** Écrit sans que nos propres changements nous reviennent en événements. Le drapeau est rendu quoi qu'il arrive. */
export async function enSilence(
  context: Excel.RequestContext,
  gestes: readonly (() => void)[],
  tour?: Tour,
): Promise<void> {
  const { runtime } = context;
  const silencieux = [() => (runtime.enableEvents = false), ...gestes, () => (runtime.enableEvents = true)];
  try {
    await parLots(context, silencieux, tour);
  } catch (erreur) {
    runtime.enableEvents = true;
    await context.sync().catch(() => undefined);
    throw erreur;
  }
}

/**
 * Fait les gestes en un aller-retour ; refusé, il est coupé en deux, pour qu'un refus n'empêche pas les autres. Un geste doit donc
 * pouvoir se refaire. Rend les refusés, avec leur erreur ; ce qui tient à Excel ou à un autre volet, et non au geste, arrête tout.
 */
export async function chacun<T>(
  context: Excel.RequestContext,
  gestes: readonly T[],
  faire: (geste: T) => void,
  tour: Tour,
): Promise<readonly { readonly geste: T; readonly erreur: unknown }[]> {
  if (gestes.length === 0) return [];
  try {
    tour.entrer();
    gestes.forEach(faire);
    await context.sync();
    tour.passer();
    return [];
  } catch (erreur) {
    if (arreteTout(codeDe(erreur)) || estDevance(erreur)) throw erreur;
    if (!(await tour.constater()) && estDispute(erreur)) throw erreur;
    if (gestes.length === 1) return [{ geste: gestes[0]!, erreur }];
  }
  const [debut, fin] = moities(gestes);
  return [...(await chacun(context, debut, faire, tour)), ...(await chacun(context, fin, faire, tour))];
}

function moities<T>(liste: readonly T[]): [T[], T[]] {
  const milieu = liste.length >> 1;
  return [liste.slice(0, milieu), liste.slice(milieu)];
}
