import { ecrire } from '../../nombres';
import type { Table } from '../natures/inventaire-tables';

/** Un tableau contrôlé, d'un coup d'œil : en données, sans rien du support qui le dessinera. */
export interface Portrait {
  readonly titre: string;
  /** En capitales : un portrait ne le cache pas. */
  readonly verdict: string;
  readonly resume: readonly string[];
  readonly graphiques: readonly Graphique[];
  /** Un par département, quand il y en a plusieurs. */
  readonly replis: readonly Repli[];
}

export interface Repli {
  readonly titre: string;
  readonly graphiques: readonly Graphique[];
}

export type Graphique = Comparaison | Effectifs;

/** Ce à quoi une série se reconnaît, sans couleur. */
export type Motif = 'plein' | 'hachures' | 'traits' | 'points' | 'croix' | 'vide';

export interface Serie {
  readonly nom: string;
  readonly motif: Motif;
}

interface Dessine {
  /** Ce qu'entend qui ne voit pas le dessin. */
  readonly description: string;
  readonly series: readonly Serie[];
  /** Ce que le dessin ne montre pas, ou comment le lire. */
  readonly remarques: readonly string[];
  /** Les mêmes nombres, et ceux qui n'ont pas pu être dessinés ; son titre est celui du graphique. */
  readonly table: Table;
}

/** Une barre par ligne, et ce à quoi elle se compare. */
export interface Comparaison extends Dessine {
  readonly type: 'comparaison';
  /** Ce que le trait marque : « Cible ». */
  readonly repere: string;
  /** Vide : rien ne se dessine, les remarques disent pourquoi. */
  readonly rangees: readonly Rangee[];
}

export interface Rangee {
  readonly nom: string;
  readonly valeur: number;
  /** `null` : rien à marquer. */
  readonly repere: number | null;
  /** Le rang de sa série. */
  readonly serie: number;
  /** Ce que la barre dit, en mots. */
  readonly mention: string;
}

/** Des communes comptées : une barre par groupe, un segment par série. */
export interface Effectifs extends Dessine {
  readonly type: 'effectifs';
  readonly rangees: readonly { readonly nom: string; readonly nombres: readonly number[] }[];
}

/** Les communes de chaque groupe, comptées par série ; une série que personne n'a ne se montre pas. */
export function effectifs<T>(
  titre: string,
  { colonne, groupes }: Groupes<T>,
  series: readonly Serie[],
  serieDe: (commune: T) => number,
): Effectifs {
  const comptes = groupes.map(({ nom, membres }) => ({
    nom,
    nombres: series.map((_, s) => membres.filter((m) => serieDe(m) === s).length),
  }));
  const utiles = [...series.keys()].filter((s) => comptes.some(({ nombres }) => nombres[s]! > 0));
  const rangees = comptes.map(({ nom, nombres }) => ({ nom, nombres: utiles.map((s) => nombres[s]!) }));
  const noms = utiles.map((s) => series[s]!.nom);
  return {
    type: 'effectifs',
    description: `Une barre par ${colonne}, un segment par série : ${noms.join(', ')}. Les mêmes nombres sont dans la table.`,
    series: utiles.map((s) => series[s]!),
    rangees,
    remarques: [],
    table: {
      titre,
      entetes: [enColonne(colonne), ...noms.map(enColonne), 'Communes'],
      rangees: rangees.map(({ nom, nombres }) => [
        nom,
        ...nombres.map((n) => ecrire(n)),
        ecrire(nombres.reduce((a, b) => a + b, 0)),
      ]),
    },
  };
}

/** Des communes réparties par département ou par EPCI. */
export interface Groupes<T> {
  readonly colonne: 'département' | 'EPCI';
  readonly groupes: readonly { readonly nom: string; readonly membres: readonly T[] }[];
}

/** Un nom en tête de colonne : « Département ». */
export const enColonne = (mot: string): string => mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1);
