import JSZip from 'jszip';
import { borner, CHIFFRE, ErreurDeFichier, estGardeDOds, ILLISIBLE, verifierOds } from '../contenu';

/**
 * Décompresse une archive xlsx ou ods entrée par entrée, en comptant les octets qui sortent : la taille annoncée ne suffit pas. Rend
 * une archive neuve, sans compression, faite des seuls octets comptés : le lecteur n'en décompresse pas d'autres.
 * Refuse une archive tronquée, chiffrée, démesurée, ou dont une entrée sortirait de son dossier.
 */
export async function reemballer(octets: Uint8Array): Promise<Uint8Array> {
  let total = 0;
  const compter = (nombre: number) => borner('octetsDecompresses', (total += nombre));
  try {
    const recue = await JSZip.loadAsync(octets);
    const entrees = Object.values(recue.files);
    borner('entrees', entrees.length);
    const neuve = new JSZip();
    for (const entree of entrees.filter((e) => !e.dir)) {
      if (entree.unsafeOriginalName !== entree.name) throw new ErreurDeFichier(ILLISIBLE);
      const contenu = await decompresser(entree as EntreeLisible, compter);
      if (estGardeDOds(entree.name)) verifierOds(contenu);
      neuve.file(entree.name, contenu, { createFolders: false });
    }
    return await neuve.generateAsync({ type: 'uint8array', compression: 'STORE' });
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) throw erreur;
    throw new ErreurDeFichier(/encrypt/i.test(String(erreur)) ? CHIFFRE : ILLISIBLE);
  }
}

/** `internalStream` est documenté, mais absent des types de JSZip. */
interface EntreeLisible extends JSZip.JSZipObject {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
}

const decompresser = (entree: EntreeLisible, compter: (nombre: number) => void): Promise<Uint8Array> =>
  new Promise((rendre, refuser) => {
    const morceaux: Uint8Array[] = [];
    const flux = entree.internalStream('uint8array');
    flux
      .on('data', (morceau) => {
        try {
          compter(morceau.length);
          morceaux.push(morceau);
        } catch (demesure) {
          flux.pause();
          if (demesure instanceof Error) refuser(demesure);
        }
      })
      .on('error', refuser)
      .on('end', () => rendre(assembler(morceaux)));
    flux.resume();
  });

function assembler(morceaux: readonly Uint8Array[]): Uint8Array {
  const tout = new Uint8Array(morceaux.reduce((somme, { length }) => somme + length, 0));
  let place = 0;
  for (const morceau of morceaux) {
    tout.set(morceau, place);
    place += morceau.length;
  }
  return tout;
}
