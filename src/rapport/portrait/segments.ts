import { ecrire, ecrireCompte } from '../../nombres';
import { LIGNE, TAILLE, type Bande, type Outils } from './cadre';
import { abregerA, largeurDe } from './lettrage';
import type { Effectifs } from './modele';
import { noeud } from './noeud';

const BARRE = 12;
const ESPACE = 8;
const PETITE = 11;

/** Le nom et le nombre de communes, la barre et ses segments, et sous chacun son nombre s'il y tient. */
export function segments({ rangees, series }: Effectifs, outils: Outils): Bande[] {
  const { largeur, part, encres, remplir } = outils;
  const total = (nombres: readonly number[]) => nombres.reduce((a, b) => a + b, 0);
  const plus = Math.max(1, ...rangees.map(({ nombres }) => total(nombres)));

  const segment = (nombre: number, serie: number, avant: number) => {
    if (nombre === 0) return [];
    const [debut, taille, ecrit] = [avant / plus, nombre / plus, ecrire(nombre)];
    const forme = { x: part(debut), y: LIGNE, width: part(taille), height: BARRE };
    const dessous = { x: part(debut + taille / 2), y: LIGNE + BARRE + PETITE, 'text-anchor': 'middle' };
    const tient = taille * largeur > largeurDe(ecrit, PETITE);
    return [
      noeud('rect', { ...forme, ...remplir(series[serie]!.motif) }),
      ...(tient ? [noeud('text', { ...dessous, 'font-size': PETITE, fill: encres.discret }, ecrit)] : []),
    ];
  };
  return rangees.map(({ nom, nombres }) => {
    const mention = ecrireCompte(total(nombres), 'commune');
    const reste = largeur - largeurDe(mention, TAILLE) - TAILLE;
    return {
      noeuds: [
        noeud('text', { x: 0, y: TAILLE, fill: encres.texte }, abregerA(nom, TAILLE, reste)),
        noeud('text', { x: part(1), y: TAILLE, fill: encres.discret, 'text-anchor': 'end' }, mention),
        ...nombres.flatMap((nombre, s) => segment(nombre, s, total(nombres.slice(0, s)))),
      ],
      hauteur: LIGNE + BARRE + PETITE + ESPACE,
    };
  });
}
