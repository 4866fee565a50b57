import { ErreurDeClasseur } from '../classeur';
import { ErreurDeFichier, VIDE } from '../contenu/erreur';
import { grilleDeFeuilleLue } from '../contenu/feuille-lue';
import type { ClasseurLu } from '../contenu/lire-contenu';
import { borner } from '../contenu/limites';
import { DELAI } from '../delai';
import type { Demande, Reponse } from './lire-octets';

const TROP_LONG = 'La lecture dure trop longtemps : réduisez le classeur aux feuilles et aux lignes utiles.';
const CHANGE = 'Le fichier ne se lit plus : il a changé ou a été déplacé depuis son dépôt. Déposez-le à nouveau.';
const SANS_LECTEUR = 'La lecture n’a pas pu commencer ou finir : rechargez la page, puis déposez le fichier à nouveau.';

/** Lit un fichier déposé, hors du fil de la page. Lève `ErreurDeClasseur`, avec la phrase de ce qui ne se lit pas. */
export async function lireFichier(fichier: File, signal?: AbortSignal): Promise<ClasseurLu> {
  const reponse = await demander({ octets: await octetsDe(fichier), nom: sansExtension(fichier.name) }, signal);
  if ('refus' in reponse) throw new ErreurDeClasseur(reponse.refus);
  return { feuilles: reponse.feuilles.map(grilleDeFeuilleLue), gardes: reponse.gardes };
}

/** @example sansExtension('Grand.Poitiers.xlsx') // « Grand.Poitiers » */
export const sansExtension = (nom: string): string => nom.replace(/(.)\.[^.]*$/, '$1');

/** Le poids se juge avant la lecture : un fichier d'un gigaoctet n'entre pas en mémoire. */
async function octetsDe(fichier: File): Promise<Uint8Array> {
  try {
    if (fichier.size === 0) throw new ErreurDeFichier(VIDE);
    borner('octets', fichier.size);
    return new Uint8Array(await fichier.arrayBuffer());
  } catch (erreur) {
    throw new ErreurDeClasseur(erreur instanceof ErreurDeFichier ? erreur.message : CHANGE);
  }
}

function demander(demande: Demande, signal?: AbortSignal): Promise<Reponse> {
  let minuterie: ReturnType<typeof setTimeout>;
  const lecteur = new Worker(new URL('./lecteur.ts', import.meta.url), { name: 'lecteur' });
  return new Promise<Reponse>((rendre, refuser) => {
    const abandonner = (phrase: string) => () => refuser(new ErreurDeClasseur(phrase));
    minuterie = setTimeout(abandonner(TROP_LONG), DELAI * 1000);
    signal?.addEventListener('abort', abandonner('Lecture interrompue.'));
    lecteur.onmessage = ({ data }: MessageEvent<Reponse>) => rendre(data);
    lecteur.onerror = abandonner(SANS_LECTEUR);
    lecteur.onmessageerror = abandonner(SANS_LECTEUR);
    lecteur.postMessage(demande, [demande.octets.buffer]);
  }).finally(() => {
    clearTimeout(minuterie);
    lecteur.terminate();
  });
}
