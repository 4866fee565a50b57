import { classeurDepose, lireFichier, type ClasseurDepose } from '../classeur/depose';
import type { Feuille } from '../classeur/classeur';
import { creerVolet, type Volet } from '../volet/etat/volet';

/** Un fichier déposé : son classeur en lecture seule et son contrôle. */
export interface Fichier {
  readonly numero: number;
  readonly nom: string;
  readonly classeur: ClasseurDepose;
  readonly volet: Volet;
}

/** Une cellule ou une plage à montrer. */
export interface Vue {
  readonly fichier: Fichier;
  readonly feuille: Feuille;
  readonly adresse: string;
}

let dernier = 0;

export function ouvrirFichier(source: File, montrer: (vue: Vue) => void): Fichier {
  const classeur = classeurDepose({
    nom: source.name,
    lire: (signal) => lireFichier(source, signal),
    montrer: (feuille, adresse) => montrer({ fichier, feuille, adresse }),
    memoire: localStorage,
  });
  const volet = creerVolet(classeur, async () => (await import('../referentiel')).REFERENTIEL);
  const fichier: Fichier = { numero: ++dernier, nom: source.name, classeur, volet };
  return fichier;
}

/** Un même nom remplace : c'est le classeur que l'agent vient de corriger. */
export const ajouter = (presents: readonly Fichier[], neufs: readonly Fichier[]): readonly Fichier[] => [
  ...presents.filter((p) => !neufs.some((n) => n.nom === p.nom)),
  ...neufs.filter((n, i) => neufs.findLastIndex((autre) => autre.nom === n.nom) === i),
];

/** Les contrôle l'un après l'autre : un dossier entier déposé d'un coup ne prend qu'un fil et une mémoire à la fois. */
export async function controlerTour(fichiers: readonly Fichier[]): Promise<void> {
  for (const { volet } of fichiers) if (!volet.etat().lu) await volet.controler();
}
