import { LIGNE, TAILLE, type Bande, type Outils } from './cadre';
import { abregerA, largeurDe } from './lettrage';
import type { Comparaison, Rangee } from './modele';
import { noeud } from './noeud';

const BARRE = 10;
const DEPASSE = 3;
const ESPACE = 10;
/** Un peu moins que tout : un trait au bord y tient. */
const PLEINE = 0.99;

/** Sur une ligne le nom et ce que la barre dit, sur deux s'ils se heurtent ; la barre dessous, et le trait auquel elle se compare. */
export function barres({ rangees, series }: Comparaison, outils: Outils): Bande[] {
  const { largeur, part, encres, remplir } = outils;
  const nombres = rangees.flatMap(({ valeur, repere }) => [valeur, repere ?? 0]);
  const [bas, haut] = [Math.min(0, ...nombres), Math.max(0, ...nombres)];
  const longueur = (nombre: number) => (PLEINE * nombre) / (haut - bas || 1);
  const place = (nombre: number) => longueur(nombre - bas);

  const textes = ({ nom, mention }: Rangee, heurt: boolean) => {
    const suite = heurt ? { x: 0, y: TAILLE + LIGNE } : { x: part(1), y: TAILLE, 'text-anchor': 'end' };
    return [
      noeud('text', { x: 0, y: TAILLE, fill: encres.texte }, abregerA(nom, TAILLE, largeur)),
      noeud('text', { ...suite, fill: encres.discret }, abregerA(mention, TAILLE, largeur)),
    ];
  };
  const barre = ({ valeur, serie }: Rangee, y: number) => {
    if (valeur === 0) return [];
    const [x, width] = [part(place(Math.min(0, valeur))), part(longueur(Math.abs(valeur)))];
    return [noeud('rect', { x, y, width, height: BARRE, ...remplir(series[serie]!.motif) })];
  };
  const trait = ({ repere }: Rangee, y: number) => {
    if (repere === null) return [];
    const forme = { x: part(place(repere)), y: y - DEPASSE, width: 4, height: BARRE + 2 * DEPASSE };
    return [noeud('rect', { ...forme, fill: encres.repere, stroke: encres.fond })];
  };
  return rangees.map((rangee) => {
    const { nom, mention } = rangee;
    const heurt = largeurDe(nom, TAILLE) + TAILLE + largeurDe(mention, TAILLE) > largeur;
    const y = (heurt ? 2 : 1) * LIGNE + DEPASSE;
    const sol = noeud('rect', { x: 0, y: y + BARRE, width: part(1), height: 1, fill: encres.filet });
    const zero =
      bas < 0 ? [noeud('rect', { x: part(place(0)), y, width: 1, height: BARRE, fill: encres.discret })] : [];
    return {
      noeuds: [...textes(rangee, heurt), sol, ...zero, ...barre(rangee, y), ...trait(rangee, y)],
      hauteur: y + BARRE + ESPACE,
    };
  });
}
