import { createContext, useContext, useSyncExternalStore, type ComponentType } from 'react';
import type { Etat } from '../etat/etat';
import type { Document } from '../etat/note';
import type { Volet } from '../etat/volet';

/** Ce que les écrans reçoivent de la page. */
export interface Outils {
  readonly volet: Volet;
  readonly aujourdhui: () => Date;
  /** Où sont les licences de ce qui est livré, si ce n'est pas à côté de la page. */
  readonly licences?: string;
  /** De quoi essayer l'installation, chargé à la demande ; dans Excel seulement. */
  readonly verifierInstallation?: () => Promise<ComponentType>;
  /** Le nom du classeur, et de quoi enregistrer un document, là où l'hôte le permet. */
  readonly enregistrement?: { readonly classeur: string; readonly enregistrer: (document: Document) => void };
}

const Contexte = createContext<Outils | null>(null);
export const FournirOutils = Contexte.Provider;

export function useOutils(): Outils {
  const outils = useContext(Contexte);
  if (!outils) throw new Error('Un écran est monté hors de <Ecrans>.');
  return outils;
}

export const useVolet = (): Volet => useOutils().volet;

export function useEtat(): Etat {
  const volet = useVolet();
  return useSyncExternalStore(volet.abonner, volet.etat);
}
