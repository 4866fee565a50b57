import { SOUPLE, TAILLE } from './cadre';
import { dessiner, imageDe } from './dessiner';
import { DE_LA_PAGE } from './encres';
import type { Graphique } from './modele';
import { noeud, type Noeud } from './noeud';

/** Un graphique dans une page : il en prend la largeur et les couleurs. */
export const dessinDeLaPage = (graphique: Graphique, id: string): Noeud =>
  noeud(
    'div',
    imageDe(id),
    ...dessiner(graphique, { ...SOUPLE, id, encres: DE_LA_PAGE }).map(({ noeuds, hauteur }) =>
      noeud('svg', { width: '100%', height: hauteur, 'font-size': TAILLE }, ...noeuds),
    ),
  );
