/** Le Web Worker qui lit un fichier : un classeur lourd ne fige pas la page, et l'interrompre libère sa mémoire. */
import { lireOctets, type Demande, type Reponse } from './lire-octets';

/** Ce que le fil d'un Web Worker a de propre, que la bibliothèque DOM de TypeScript ne type pas. */
interface Fil {
  onmessage: (message: MessageEvent<Demande>) => void;
  postMessage(reponse: Reponse): void;
}

const fil = globalThis as unknown as Fil;
fil.onmessage = ({ data }) => void lireOctets(data).then((reponse) => fil.postMessage(reponse));
