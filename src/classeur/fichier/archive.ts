import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { CHIFFRE, ErreurDeFichier, ILLISIBLE } from './erreur';

const OCTETS_DECOMPRESSES = 256 * 2 ** 20;
const ENTREES_MAXIMUM = 10_000;

/**
 * Parcourt une archive xlsx ou ods sans rien écrire, avant de la confier au lecteur : refuse une archive tronquée, chiffrée,
 * ou dont le contenu réel dépasse 256 Mio (bombe de décompression). La taille annoncée ne suffit pas : chaque entrée est
 * décompressée et comptée.
 */
export async function verifierArchive(octets: Buffer): Promise<void> {
  const archive = await ouvrir(octets);
  let total = 0;
  let entrees = 0;
  await new Promise<void>((fini, echec) => {
    const refuser = (phrase: string) => {
      archive.close();
      echec(new ErreurDeFichier(phrase));
    };
    archive.on('error', () => refuser(ILLISIBLE));
    archive.on('end', fini);
    archive.on('entry', (entree: Entry) => {
      entrees += 1;
      if (entrees > ENTREES_MAXIMUM || total + entree.uncompressedSize > OCTETS_DECOMPRESSES) return refuser(DEMESUREE);
      archive.openReadStream(entree, (erreur, flux) => {
        if (erreur) return refuser(/encrypt/i.test(erreur.message) ? CHIFFRE : ILLISIBLE);
        flux.on('data', (morceau: Buffer) => {
          total += morceau.length;
          if (total > OCTETS_DECOMPRESSES) flux.destroy(new Error('démesurée'));
        });
        flux.on('error', () => refuser(total > OCTETS_DECOMPRESSES ? DEMESUREE : ILLISIBLE));
        flux.on('end', () => archive.readEntry());
      });
    });
    archive.readEntry();
  });
}

const DEMESUREE = 'Le classeur, décompressé, dépasse 256 Mio, la taille que le contrôle accepte.';

function ouvrir(octets: Buffer): Promise<ZipFile> {
  return new Promise((fini, echec) => {
    fromBuffer(octets, { lazyEntries: true, strictFileNames: false }, (erreur, archive) =>
      erreur ? echec(new ErreurDeFichier(ILLISIBLE)) : fini(archive),
    );
  });
}
