import './styles';
import { createRoot } from 'react-dom/client';
import type { Classeur } from '../../classeur/classeur';
import { creerVolet, type Volet } from '../etat/volet';
import { Ecrans, type SourceDeTheme } from './ecrans';
import type { Outils } from './outils';
import { poserIcones } from './icones';

/** Ce que la page donne aux écrans. */
export interface Page extends Omit<Outils, 'volet'> {
  readonly racine: HTMLElement;
  readonly classeur: Classeur;
  readonly theme: SourceDeTheme;
}

/** Montre les écrans d'un classeur ; c'est le seul endroit qui charge React. */
export function monter({ racine, classeur, theme, ...outils }: Page): Volet {
  poserIcones();
  const volet = creerVolet(classeur, async () => (await import('../../referentiel')).REFERENTIEL);
  createRoot(racine).render(<Ecrans outils={{ volet, ...outils }} theme={theme} />);
  return volet;
}
