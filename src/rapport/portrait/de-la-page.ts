import { fixe, SOUPLE, TAILLE } from './cadre';
import { dessiner, imageDe } from './dessiner';
import { DE_LA_PAGE } from './encres';
import type { Graphique } from './modele';
import { noeud, type Noeud } from './noeud';

/** Un graphique dans une page, dont il prend les couleurs ; sans largeur connue, il s'étire avec elle. */
export const dessinDeLaPage = (graphique: Graphique, id: string, largeur: number | null = null): Noeud =>
  noeud(
    'div',
    imageDe(id),
    ...dessiner(graphique, { ...(largeur === null ? SOUPLE : fixe(largeur)), id, encres: DE_LA_PAGE }).map(
      ({ noeuds, hauteur }) => noeud('svg', { width: '100%', height: hauteur, 'font-size': TAILLE }, ...noeuds),
    ),
  );
