import { inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { borner, CHIFFRE, ErreurDeFichier, ILLISIBLE, LIMITES, type Decompresser } from '../contenu';

/**
 * Décompresse une archive xlsx ou ods sans rien écrire. Ce qui sort de chaque entrée est borné : la taille annoncée ne suffit pas.
 * Refuse une archive tronquée, chiffrée ou démesurée.
 */
export const decompresser: Decompresser = async (octets) => {
  const archiveEnMemoire = enBuffer(octets);
  const parties = new Map<string, Uint8Array>();
  let [entrees, total] = [0, 0];
  try {
    const archive = await fromBufferPromise(archiveEnMemoire, { strictFileNames: false });
    for await (const entree of archive.eachEntry()) {
      borner('entrees', ++entrees);
      const contenu = await contenuDe(archive, archiveEnMemoire, entree, LIMITES.octetsDecompresses - total);
      borner('octetsDecompresses', (total += contenu.length));
      if (!entree.fileName.endsWith('/')) parties.set(entree.fileName, contenu);
    }
    return parties;
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) throw erreur;
    throw new ErreurDeFichier(/encrypt/i.test(String(erreur)) ? CHIFFRE : ILLISIBLE);
  }
};

const enBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Le contenu d'une entrée ; une de plus que `reste` octets lève le refus. */
async function contenuDe(archive: ZipFile, octets: Buffer, entree: Entry, reste: number): Promise<Buffer> {
  if (entree.isEncrypted()) throw new ErreurDeFichier(CHIFFRE);
  const { fileDataStart: debut } = await archive.readLocalFileHeaderPromise(entree, { minimal: true });
  const brut = octets.subarray(debut, debut + entree.compressedSize);
  if (brut.length < entree.compressedSize) throw new ErreurDeFichier(ILLISIBLE);
  if (entree.compressionMethod === 0) return brut;
  if (entree.compressionMethod !== 8) throw new ErreurDeFichier(ILLISIBLE);
  try {
    return inflateRawSync(brut, { maxOutputLength: reste + 1 });
  } catch (erreur) {
    if (erreur instanceof RangeError) borner('octetsDecompresses', LIMITES.octetsDecompresses + 1);
    throw erreur;
  }
}
