import { basename, extname, resolve } from 'node:path';
import { Arret } from './erreurs';
import { montrer } from './montrer';
import type { Sortie } from './sortie';
import type { Etablie, Formes, Rendu } from './tache';

/** Un document qu'une option écrit à côté du contrôle ; refusé avant lui s'il ne peut pas l'être. */
export interface Sortant {
  /** Ce qu'il demande de chaque fichier contrôlé. */
  readonly formes: (etablie: Etablie) => Formes;
  /** Écrit ce qui en a été tiré, ou lève la phrase qui dit pourquoi il n'y a rien à écrire. */
  readonly ecrire: (rendus: readonly Rendu[], sortie: Sortie) => Promise<void>;
}

/** Ce que le seul classeur demandé a rendu de cette forme ; rien s'il n'a pas pu être contrôlé. */
export const duSeulClasseur = <F extends keyof Rendu>(rendus: readonly Rendu[], forme: F): Rendu[F] | undefined =>
  rendus.find((r) => r.erreur === null || r.verdict !== null)?.[forme];

/** Où une option écrit, et d'après quoi. */
export interface DemandeDeSortant {
  readonly chemin: string;
  readonly fichiers: readonly string[];
  readonly remplacer: boolean;
  /** Le fichier texte de l'en-tête du service. */
  readonly enTete: string | null;
}

/** Le nom d'un fichier à écrire, par son extension : « .docx ». */
export function refuserLeNom(option: string, chemin: string, extension: string): void {
  if (extname(chemin).toLowerCase() !== extension)
    throw new Arret(`${option} : reçu « ${chemin} », attendu un nom en ${extension}.`);
}

/** Un seul classeur. */
export function refuserLesFichiers(option: string, fichiers: readonly string[], pourquoi: string): void {
  if (fichiers.length !== 1)
    throw new Arret(`${option} : reçu ${fichiers.length} classeurs, attendu un seul : ${pourquoi}.`);
}

/** Le classeur qu'on contrôle n'est jamais récrit. */
export function refuserDeRecrire(option: string, chemin: string, fichiers: readonly string[]): void {
  if (estParmi(chemin, fichiers))
    throw new Arret(`${option} : « ${chemin} » est un fichier à contrôler, il n’est jamais récrit.`);
}

const estParmi = (chemin: string, fichiers: readonly string[]): boolean =>
  fichiers.some((fichier) => resolve(fichier) === resolve(chemin));

/** Deux options n'écrivent pas au même endroit. */
export function refuserUnMemeNom(chemins: readonly (readonly [option: string, chemin: string])[]): void {
  const vus = new Map<string, string>();
  for (const [option, chemin] of chemins) {
    const autre = vus.get(resolve(chemin));
    if (autre) throw new Arret(`${option} : « ${chemin} » est aussi le nom donné à ${autre}.`);
    vus.set(resolve(chemin), option);
  }
}

export const titreDe = (fichier: string): string => montrer(basename(fichier));
