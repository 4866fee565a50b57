import { comparer, difference, ecrire, fraction, versNombre, type Points } from '../../nombres';
import type { TauxDeRattrapage } from '../../regles';
import { comparaison, type Comparee } from './comparer';
import type { Comparaison, Motif, Serie } from './modele';

/** Un motif par palier, du plus loin de la cible au plus près. */
const MOTIFS: readonly Motif[] = ['plein', 'hachures', 'traits'];

/** Les séries des paliers d'un droit, puis celles des communes hors d'un palier. */
export function seriesDesPaliers(taux: readonly TauxDeRattrapage[], sansObjectif: string) {
  const series: readonly Serie[] = [
    ...taux.map(({ motif, pourcent }, i) => ({ nom: `${motif} (${pourcent} %)`, motif: MOTIFS[i] ?? 'plein' })),
    { nom: 'commune entrante', motif: 'points' },
    { nom: 'indéterminé', motif: 'croix' },
    { nom: sansObjectif, motif: 'vide' },
  ];
  const palier = ({ motif, pourcent }: TauxDeRattrapage): number => {
    const rang = taux.findIndex((t) => t.motif === motif);
    if (rang >= 0) return rang;
    return pourcent === 0 ? SANS_OBJECTIF : ENTRANTE;
  };
  const [ENTRANTE, INDETERMINE, SANS_OBJECTIF] = [taux.length, taux.length + 1, taux.length + 2] as const;
  return { series, palier, INDETERMINE, SANS_OBJECTIF };
}

export interface TauxPublie {
  readonly nom: string;
  readonly taux: Points | null;
  readonly cible: number | null;
  readonly serie: number;
  /** Ce qui suit « 16,47 % pour 25 % » : « (33 %), carencée ». */
  readonly suite: string;
  /** Le palier et, s'il y a lieu, la situation, en mots. */
  readonly ecrits: readonly string[];
}

/** Le taux de chaque commune contre sa cible, de la plus loin à la plus près. */
export function tauxContreCible(
  communes: readonly TauxPublie[],
  series: readonly Serie[],
  entetes: readonly string[],
): Comparaison[] {
  const ecart = ({ taux, cible }: TauxPublie) => (taux && cible !== null ? difference(fraction(cible), taux) : null);
  const triees = [...communes].sort((a, b) => {
    const [x, y] = [ecart(a), ecart(b)];
    return x && y ? comparer(y, x) : x ? -1 : y ? 1 : 0;
  });
  return comparaison({
    titre: 'Taux de logements sociaux contre taux cible',
    entetes: ['Commune', 'Taux', 'Cible', ...entetes],
    description: 'Une barre par commune, de la plus loin de sa cible à la plus près ; un trait marque la cible.',
    repere: 'taux cible',
    series,
    absence: 'taux ou cible inconnu',
    comparees: triees.map(({ nom, taux, cible, serie, suite, ecrits }): Comparee => {
      const [t, c] = [taux ? `${ecrire(taux)} %` : '?', cible === null ? '?' : `${ecrire(cible)} %`];
      return {
        nom,
        rangee:
          taux && cible !== null
            ? { valeur: versNombre(taux), repere: cible, serie, mention: `${t} pour ${c}${suite}` }
            : null,
        ecrits: [t, c, ...ecrits],
      };
    }),
  });
}
