import './styles-de-fluent';
import './ecrans.css';
import './scenarios.css';
import { createRoot } from 'react-dom/client';
import type { Classeur } from '../../classeur/classeur';
import { creerVolet, type Volet } from '../etat/volet';
import { Ecrans, type SourceDeTheme } from './ecrans';
import { poserIcones } from './icones';

/** Ce que la page donne aux écrans. */
export interface Page {
  readonly racine: HTMLElement;
  readonly classeur: Classeur;
  readonly theme: SourceDeTheme;
  readonly aujourdhui: () => Date;
}

/** Montre les écrans d'un classeur ; c'est le seul endroit qui charge React. */
export function monter({ racine, classeur, theme, aujourdhui }: Page): Volet {
  poserIcones();
  const volet = creerVolet(classeur, async () => (await import('../../annuaire')).ANNUAIRE);
  createRoot(racine).render(<Ecrans outils={{ volet, aujourdhui }} theme={theme} />);
  return volet;
}
