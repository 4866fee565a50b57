import { basename } from 'node:path';
import { readFileSync } from 'node:fs';
import { REFERENTIEL } from '../../../src/referentiel';
import { ErreurDeClasseur, type Feuille } from '../../../src/classeur/classeur';
import { classeurDepose, type ClasseurDepose } from '../../../src/classeur/depose/classeur-depose';
import { lireOctets } from '../../../src/classeur/depose/lire-octets';
import { grilleDeFeuilleLue, type ClasseurLu } from '../../../src/classeur/contenu';
import { creerVolet, type Volet } from '../../../src/volet/etat/volet';

/** La lecture de la page, sur le fil de l'essai au lieu d'un Web Worker ; ce qui passe d'un fil à l'autre est copié de même. */
export async function lireCommeLaPage(octets: Uint8Array, nom: string): Promise<ClasseurLu> {
  const reponse = structuredClone(await lireOctets({ octets: Uint8Array.from(octets), nom }));
  if ('refus' in reponse) throw new ErreurDeClasseur(reponse.refus);
  return { feuilles: reponse.feuilles.map(grilleDeFeuilleLue), gardes: reponse.gardes };
}

export interface Depose {
  readonly classeur: ClasseurDepose;
  readonly volet: Volet;
  readonly vues: { feuille: Feuille; adresse: string }[];
}

export function deposer(nom: string, octets: Uint8Array, memoire = memoireVive()): Depose {
  const vues: Depose['vues'] = [];
  const classeur = classeurDepose({
    nom,
    lire: () => lireCommeLaPage(octets, nom.replace(/\.[^.]*$/, '')),
    montrer: (feuille, adresse) => vues.push({ feuille, adresse }),
    memoire,
  });
  return { classeur, volet: creerVolet(classeur, async () => REFERENTIEL), vues };
}

export const deposerFichier = (chemin: string): Depose => deposer(basename(chemin), readFileSync(chemin));

export function memoireVive(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { cles: () => string[] } {
  const garde = new Map<string, string>();
  return {
    getItem: (cle) => garde.get(cle) ?? null,
    setItem: (cle, texte) => void garde.set(cle, texte),
    removeItem: (cle) => void garde.delete(cle),
    cles: () => [...garde.keys()],
  };
}
