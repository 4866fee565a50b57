import type { Geste, Retrait } from '../classeur/classeur';

export type Commande = 'controler' | 'reparer' | 'figer' | 'retirer';

/** Ce qu'une commande du ruban dit au volet. */
export type Annonce =
  /** Au volet de contrôler. */
  | { readonly commande: 'controler' }
  | { readonly commande: 'reparer' | 'figer'; readonly geste: Geste }
  | { readonly commande: 'retirer'; readonly retrait: Retrait }
  | { readonly commande: Commande; readonly erreur: string };

type Rappel = (annonce: Annonce) => void;

const abonnes = new Set<Rappel>();
/** Celles qui attendent que le volet soit là. */
let enAttente: Annonce[] = [];

export function annoncer(annonce: Annonce): void {
  if (abonnes.size === 0) enAttente.push(annonce);
  for (const rappel of abonnes) rappel(annonce);
}

/** Reçoit les annonces, d'abord celles que personne n'a encore reçues. Rend de quoi cesser. */
export function surAnnonce(rappel: Rappel): () => void {
  abonnes.add(rappel);
  const attendues = enAttente;
  enAttente = [];
  attendues.forEach(rappel);
  return () => abonnes.delete(rappel);
}
