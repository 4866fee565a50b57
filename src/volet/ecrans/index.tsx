import './styles-de-fluent';
import './ecrans.css';
import { createRoot } from 'react-dom/client';
import { Ecrans, type SourceDeTheme } from './ecrans';
import { poserIcones } from './icones';
import type { Outils } from './outils';

/** Montre les écrans dans la page ; c'est le seul endroit qui charge React. */
export function monter(racine: HTMLElement, outils: Outils, theme: SourceDeTheme): void {
  poserIcones();
  createRoot(racine).render(<Ecrans outils={outils} theme={theme} />);
}
