import { ErreurDeClasseur, type Classeur } from '../classeur/classeur';
import { typographier } from '../nombres';
import { annoncer, type Annonce, type Commande } from './annonces';

/** Les noms du manifeste (`FunctionName`). */
export const COMMANDES: Readonly<Record<string, Commande>> = {
  controlerClasseur: 'controler',
  reparerFormules: 'reparer',
  figerValeurs: 'figer',
  retirerAnnotations: 'retirer',
};

type Geste = (classeur: Classeur) => Promise<Annonce>;

/** Ce que fait chaque bouton du ruban, hors « Ouvrir le volet », qu'Excel ouvre lui-même. */
const GESTES: Readonly<Record<Commande, Geste>> = {
  controler: () => Promise.resolve({ commande: 'controler' }),
  reparer: async (classeur) => ({ commande: 'reparer', geste: await ecriture(classeur).reparerFormules() }),
  figer: async (classeur) => ({ commande: 'figer', geste: await ecriture(classeur).figer() }),
  retirer: async (classeur) => ({ commande: 'retirer', retrait: await ecriture(classeur).retirerAnnotations() }),
};

function ecriture({ ecriture }: Classeur) {
  if (!ecriture) throw new ErreurDeClasseur('Ce classeur est ouvert en lecture seule.');
  return ecriture;
}

/** Fait le geste et l'annonce, réussi ou non : jamais d'exception. */
export async function executerCommande(commande: Commande, ouvrir: () => Promise<Classeur>): Promise<void> {
  try {
    annoncer(await GESTES[commande](await ouvrir()));
  } catch (erreur) {
    annoncer({ commande, erreur: phrase(erreur) });
  }
}

const phrase = (erreur: unknown): string =>
  erreur instanceof ErreurDeClasseur
    ? erreur.message
    : typographier('La commande n’a pas abouti : fermez puis rouvrez le volet, et recommencez.');
