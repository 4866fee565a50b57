import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { CHIFFRE, ErreurDeFichier, ILLISIBLE } from './erreur';
import { borner } from './limites';

const CONTENU_ODS = 'content.xml';
const MANIFESTE_ODS = 'META-INF/manifest.xml';

/**
 * Parcourt une archive xlsx ou ods sans rien écrire, avant de la confier au lecteur. Chaque entrée est décompressée et comptée :
 * la taille annoncée ne suffit pas. Refuse une archive tronquée, chiffrée ou démesurée.
 */
export async function verifierArchive(octets: Buffer): Promise<void> {
  let [entrees, total] = [0, 0];
  try {
    const archive = await fromBufferPromise(octets, { strictFileNames: false });
    for await (const entree of archive.eachEntry()) {
      borner('entrees', ++entrees);
      const garde = entree.fileName === CONTENU_ODS || entree.fileName === MANIFESTE_ODS;
      const morceaux: Buffer[] = [];
      for await (const morceau of await lire(archive, entree)) {
        borner('octetsDecompresses', (total += morceau.length));
        if (garde) morceaux.push(morceau);
      }
      if (garde) verifierOds(Buffer.concat(morceaux).toString('latin1'));
    }
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) throw erreur;
    throw new ErreurDeFichier(/encrypt/i.test(String(erreur)) ? CHIFFRE : ILLISIBLE);
  }
}

const lire = (archive: ZipFile, entree: Entry) =>
  archive.openReadStreamPromise(entree) as Promise<AsyncIterable<Buffer>>;

const BALISE = /<(?:[\w-]+:)?(table-row|table-cell)(?=[\s/>])([^<>]*)>/g;

/** Dans un ods, une cellule répétée un milliard de fois n'est qu'une balise, que le lecteur déplierait. */
function verifierOds(xml: string): void {
  if (xml.includes('encryption-data')) throw new ErreurDeFichier(CHIFFRE);
  let [lignes, cellules] = [1, 0];
  for (const [, nom, attributs = ''] of xml.matchAll(BALISE)) {
    if (nom === 'table-row') lignes = repetitions(attributs, 'rows');
    else if (!attributs.endsWith('/')) borner('cellules', (cellules += lignes * repetitions(attributs, 'columns')));
  }
}

const repetitions = (attributs: string, quoi: 'rows' | 'columns'): number =>
  Number(new RegExp(`number-${quoi}-repeated\\s*=\\s*["'](\\d+)`).exec(attributs)?.[1] ?? 1);
