import JSZip from 'jszip';
import { borner, CHIFFRE, ErreurDeFichier, ILLISIBLE, type Decompresser } from '../contenu';

/**
 * Décompresse une archive xlsx ou ods entrée par entrée, en comptant les octets qui sortent : la taille annoncée ne suffit pas.
 * Refuse une archive tronquée, chiffrée, démesurée, ou dont une entrée sortirait de son dossier.
 */
export const decompresser: Decompresser = async (octets) => {
  let total = 0;
  const compter = (nombre: number) => borner('octetsDecompresses', (total += nombre));
  try {
    const recue = await JSZip.loadAsync(octets);
    const entrees = Object.values(recue.files);
    borner('entrees', entrees.length);
    const parties = new Map<string, Uint8Array>();
    for (const entree of entrees.filter((e) => !e.dir)) {
      if (entree.unsafeOriginalName !== entree.name) throw new ErreurDeFichier(ILLISIBLE);
      parties.set(entree.name, await contenuDe(entree as EntreeLisible, compter));
    }
    return parties;
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) throw erreur;
    throw new ErreurDeFichier(/encrypt/i.test(String(erreur)) ? CHIFFRE : ILLISIBLE);
  }
};

/** `internalStream` est documenté, mais absent des types de JSZip. */
interface EntreeLisible extends JSZip.JSZipObject {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
}

const contenuDe = (entree: EntreeLisible, compter: (nombre: number) => void): Promise<Uint8Array> =>
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
