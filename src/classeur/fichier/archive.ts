import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { borner, CHIFFRE, ErreurDeFichier, estGardeDOds, ILLISIBLE, verifierOds } from '../contenu';

/**
 * Parcourt une archive xlsx ou ods sans rien écrire, avant de la confier au lecteur. Chaque entrée est décompressée et comptée :
 * la taille annoncée ne suffit pas. Refuse une archive tronquée, chiffrée ou démesurée ; rend la même sinon.
 */
export async function verifierArchive(octets: Uint8Array): Promise<Uint8Array> {
  let [entrees, total] = [0, 0];
  try {
    const archive = await fromBufferPromise(enBuffer(octets), { strictFileNames: false });
    for await (const entree of archive.eachEntry()) {
      borner('entrees', ++entrees);
      const garde = estGardeDOds(entree.fileName);
      const morceaux: Buffer[] = [];
      for await (const morceau of await lire(archive, entree)) {
        borner('octetsDecompresses', (total += morceau.length));
        if (garde) morceaux.push(morceau);
      }
      if (garde) verifierOds(Buffer.concat(morceaux));
    }
    return octets;
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) throw erreur;
    throw new ErreurDeFichier(/encrypt/i.test(String(erreur)) ? CHIFFRE : ILLISIBLE);
  }
}

const enBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const lire = (archive: ZipFile, entree: Entry) =>
  archive.openReadStreamPromise(entree) as Promise<AsyncIterable<Buffer>>;
