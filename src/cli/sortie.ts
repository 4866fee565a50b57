import { typographier } from '../nombres';

/** Où la ligne de commande écrit : le résultat d'un côté, ce qui s'adresse à la personne de l'autre. */
export interface Sortie {
  ecrire(texte: string): void;
  erreur(texte: string): void;
  /** Une ligne d'avancement, effacée par la suivante ; muette hors d'un terminal. */
  avancer(texte: string): void;
}

export const SORTIE_STANDARD: Sortie = {
  ecrire: (texte) => void process.stdout.write(`${texte}\n`),
  erreur: (texte) => void process.stderr.write(`${typographier(texte)}\n`),
  avancer: (texte) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${texte}`);
  },
};
