import { barres } from './barres';
import { LIGNE, TAILLE, type Bande, type Cadre, type Outils } from './cadre';
import { abregerA, largeurDe } from './lettrage';
import type { Graphique, Motif } from './modele';
import { motifs } from './motifs';
import { noeud, type Attributs } from './noeud';
import { segments } from './segments';

/** Ce qu'un lecteur d'écran dit d'un dessin, qui est une image. */
export const imageDe = (id: string): Attributs => ({
  role: 'img',
  'aria-labelledby': `${id}-titre ${id}-description`,
});

/**
 * Le dessin d'un graphique en bandes à empiler : sa légende, qui le nomme et porte ses motifs, puis une par ligne, pour qu'une page
 * imprimée n'en coupe aucune. Ni son titre ni ses remarques, qui sont du texte.
 */
export function dessiner(graphique: Graphique, cadre: Cadre): Bande[] {
  const { id, encres } = cadre;
  const { defs, remplir } = motifs(
    id,
    graphique.series.map(({ motif }) => motif),
    encres,
  );
  const outils = { ...cadre, remplir };
  const cles = legende(graphique, outils);
  const nommee = [
    noeud('title', { id: `${id}-titre` }, graphique.table.titre),
    noeud('desc', { id: `${id}-description` }, graphique.description),
  ];
  return [
    { ...cles, noeuds: [...nommee, ...defs, ...cles.noeuds] },
    ...(graphique.type === 'comparaison' ? barres(graphique, outils) : segments(graphique, outils)),
  ];
}

const ECART = 12;
const CLE = 18;

/** Les clés des séries et du repère, à la suite tant qu'elles tiennent en largeur. */
function legende(graphique: Graphique, { largeur, encres, remplir }: Outils): Bande {
  const cles: readonly { nom: string; motif: Motif | null }[] = [
    ...graphique.series,
    ...(graphique.type === 'comparaison' && graphique.repere ? [{ nom: graphique.repere, motif: null }] : []),
  ];
  let [x, y] = [0, 0];
  const noeuds = cles.flatMap(({ nom, motif }) => {
    const place = CLE + largeurDe(nom, TAILLE);
    if (x > 0 && x + place > largeur) [x, y] = [0, y + LIGNE];
    const debut = x;
    x += place + CLE;
    return [
      motif === null
        ? noeud('rect', { x: debut + 4, y: y + 1, width: 3, height: 14, fill: encres.repere })
        : noeud('rect', { x: debut + 1, y: y + 3, width: 10, height: 10, ...remplir(motif) }),
      noeud('text', { x: debut + CLE, y: y + TAILLE, fill: encres.texte }, abregerA(nom, TAILLE, largeur - CLE)),
    ];
  });
  return { noeuds, hauteur: y + LIGNE + ECART };
}
