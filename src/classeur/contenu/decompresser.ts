import { ERR_ENCRYPTED_CENTRAL_DIRECTORY, ZipReader, type Reader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { CHIFFRE, ErreurDeFichier, ILLISIBLE } from './erreur';
import { borner } from './limites';
import type { Parties } from './xlsx';

/**
 * Ce que deux lecteurs pourraient lire autrement est refusé : un en-tête local qui contredit l'annuaire, des entrées qui se recouvrent
 * ou de même nom, des octets hors de l'archive, un chemin qui sort de son dossier. Ni Web Worker ni WebAssembly : la page les interdit.
 */
const OPTIONS = { strictness: 'strict', checkOverlappingEntry: true, useWebWorkers: false } as const;

/**
 * Décompresse une archive xlsx ou ods, entrée par entrée, sans rien écrire ni ouvrir d'archive imbriquée.
 * Refuse une archive tronquée, chiffrée, démesurée ou ambiguë ; rien n'y est cru de ce qu'elle annonce.
 */
export async function decompresser(octets: Uint8Array): Promise<Parties> {
  const archive = new ZipReader(sourceDe(octets), {
    ...OPTIONS,
    // Des logiciels Windows séparent les dossiers ainsi.
    normalizeFilename: (nom) => nom.replaceAll('\\', '/'),
  });
  const parties = new Map<string, Uint8Array>();
  /** Une partie d'un classeur a le même nom en capitales et en minuscules. */
  const noms = new Set<string>();
  let total = 0;
  try {
    const entrees = await archive.getEntries();
    borner('entrees', entrees.length);
    for (const entree of entrees) {
      if (entree.encrypted) throw new ErreurDeFichier(CHIFFRE);
      if (noms.size === noms.add(entree.filename.toLowerCase()).size) throw new ErreurDeFichier(ILLISIBLE);
      borner('octetsDecompresses', (total += entree.uncompressedSize));
    }
    for (const entree of entrees) {
      if (entree.directory) continue;
      const { contenu, puits } = recipient(entree.uncompressedSize);
      await entree.getData(puits);
      parties.set(entree.filename, contenu);
    }
    return parties;
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) throw erreur;
    throw new ErreurDeFichier((erreur as Error).message === ERR_ENCRYPTED_CENTRAL_DIRECTORY ? CHIFFRE : ILLISIBLE);
  }
}

/** Ce que la lecture demande à une source ; celles que la bibliothèque fournit ne sont pas dans son seul module de lecture. */
function sourceDe(octets: Uint8Array): Reader<Uint8Array> {
  const partie = (debut: number, longueur: number) => octets.subarray(debut, debut + longueur);
  const source = {
    size: octets.length,
    readUint8Array: (debut: number, longueur: number) => Promise.resolve(partie(debut, longueur)),
    createReadable: ({ offset = 0, size = octets.length } = {}) =>
      new ReadableStream<Uint8Array>({
        start(flux) {
          flux.enqueue(partie(offset, size));
          flux.close();
        },
      }),
  };
  return source as unknown as Reader<Uint8Array>;
}

/** De quoi recevoir ce qu'une entrée annonce, et pas un octet de plus : le premier de trop arrête sa décompression. */
function recipient(taille: number): { contenu: Uint8Array; puits: WritableStream<Uint8Array> } {
  const contenu = new Uint8Array(taille);
  let place = 0;
  const puits = new WritableStream<Uint8Array>({
    write(morceau) {
      if (place + morceau.length > taille) throw new ErreurDeFichier(ILLISIBLE);
      contenu.set(morceau, place);
      place += morceau.length;
    },
  });
  return { contenu, puits };
}
