/// <reference types="office-js" />
import type { FormuleTouchee, Geste, Laissee } from '../classeur';
import { codeDe, phraseDe } from './erreurs';
import { numeros, type Genre } from './noms';
import { demanderReglage } from './reglages';
import { demanderSuivies, laisser, PROTEGEE, type Lieu, type Suivies } from './suivies';

/** Ce qu'un geste garde d'une cellule pour revenir en arrière ; `nom` la suit. */
export interface Entree {
  readonly nom: string;
}

export const RIEN: Geste = { faites: [], laissees: [] };

/** Les plages suivies et le journal d'un geste, en un aller-retour ; une entrée qu'`estEntree` ne reconnaît pas est ignorée. */
export async function lireJournal<T extends Entree>(
  context: Excel.RequestContext,
  reglage: string,
  estEntree: (valeur: object) => valeur is T,
): Promise<{ readonly suivies: Suivies; readonly entrees: readonly T[] }> {
  const suivies = demanderSuivies(context);
  const journal = demanderReglage(context, reglage);
  await context.sync();
  const lu = journal();
  const entrees = Array.isArray(lu) ? (lu as unknown[]) : [];
  return {
    suivies: suivies(),
    entrees: entrees.filter((e): e is T => typeof e === 'object' && e !== null && estEntree(e)),
  };
}

/** Ceux de nos noms qu'aucune entrée ne garde : un geste interrompu les a laissés. */
export function orphelins({ noms }: Suivies, genres: readonly Genre[], gardes: readonly Entree[]): readonly Entree[] {
  const connus = new Set(gardes.map(({ nom }) => nom));
  const aNous = genres.flatMap((genre) => [...numeros(noms.keys(), genre).keys()]);
  return aNous.flatMap((nom) => (connus.has(nom) ? [] : { nom }));
}

/** Les entrées d'une seule feuille, et celles des autres ; toutes sont siennes sans `seule`. */
export function partager<T extends Entree>(
  entrees: readonly T[],
  suivies: Suivies,
  seule: string | undefined,
): { readonly siennes: readonly T[]; readonly autres: readonly T[] } {
  const sienne = ({ nom }: T) => seule === undefined || suivies.lieu(nom)?.feuille === seule;
  return { siennes: entrees.filter(sienne), autres: entrees.filter((e) => !sienne(e)) };
}

export const touchee = ({ feuille, adresse, nomDeFeuille }: Lieu, avant: string, apres: string): FormuleTouchee => ({
  emplacement: { feuille, adresse },
  nomDeFeuille,
  avant,
  apres,
});

/** Sépare ce que la protection d'une feuille interdit. */
export function separer<T extends { readonly lieu: Lieu }>(
  cellules: readonly T[],
  protegees: ReadonlySet<string>,
): { readonly ouvertes: readonly T[]; readonly laissees: readonly Laissee[] } {
  return {
    ouvertes: cellules.filter(({ lieu }) => !protegees.has(lieu.feuille)),
    laissees: cellules.filter(({ lieu }) => protegees.has(lieu.feuille)).map(({ lieu }) => laisser(lieu, PROTEGEE)),
  };
}

export const refusees = (
  refus: readonly { readonly geste: { readonly lieu: Lieu }; readonly erreur: unknown }[],
): readonly Laissee[] => refus.map(({ geste, erreur }) => laisser(geste.lieu, phraseDe(codeDe(erreur) ?? '')));

/** Ceux dont le geste n'a pas été refusé. */
export function reussis<T>(gestes: readonly T[], refus: readonly { readonly geste: T }[]): readonly T[] {
  const refuses = new Set(refus.map(({ geste }) => geste));
  return gestes.filter((geste) => !refuses.has(geste));
}
