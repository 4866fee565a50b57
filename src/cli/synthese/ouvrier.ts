import { controlerFichier, type OptionsVerifier } from '../verifier';
import { resumer } from './resume';

export interface Tache {
  readonly fichier: string;
  readonly options: OptionsVerifier;
}

/** Contrôle chaque fichier reçu et en rend le résumé ; s'arrête quand la commande qui l'a lancé s'arrête. */
export function servir(): void {
  process.on('message', ({ fichier, options }: Tache) => {
    void controlerFichier(fichier, options).then((controle) => process.send!(resumer(controle)));
  });
}
