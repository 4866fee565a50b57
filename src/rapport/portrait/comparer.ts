import { ecrire, ecrireCompte } from '../../nombres';
import type { Table } from '../natures/inventaire-tables';
import type { Comparaison, Rangee, Serie } from './modele';

/** Au-delà, personne ne lit les barres : le reste est dans la table. */
const DESSINEES_AU_PLUS = 150;

/** Une ligne à comparer : sa rangée si elle se dessine, et ce que la table en écrit dans tous les cas. */
export interface Comparee {
  readonly nom: string;
  /** `null` : un nombre manque. */
  readonly rangee: Omit<Rangee, 'nom'> | null;
  /** Après le nom. */
  readonly ecrits: readonly string[];
}

interface Demande {
  readonly titre: string;
  /** Le premier nomme la ligne. */
  readonly entetes: readonly string[];
  readonly description: string;
  readonly repere: string;
  readonly series: readonly Serie[];
  /** Pourquoi une ligne ne se dessine pas : « taux ou cible inconnu ». */
  readonly absence: string;
  readonly remarques?: readonly string[];
  readonly comparees: readonly Comparee[];
}

/** Les barres d'une suite de lignes, dans leur ordre ; sans rien à dessiner, la table et la raison. */
export function comparaison(demande: Demande): Comparaison[] {
  const { titre, entetes, description, repere, series, absence, remarques = [], comparees } = demande;
  const dessinables = comparees.flatMap(({ nom, rangee }) => (rangee ? [{ nom, ...rangee }] : []));
  if (comparees.length === 0) return [];
  const rangees = dessinables.slice(0, DESSINEES_AU_PLUS);
  const tues = comparees.length - dessinables.length;
  const table: Table = { titre, entetes, rangees: comparees.map(({ nom, ecrits }) => [nom, ...ecrits]) };
  return [
    {
      type: 'comparaison',
      description: `${description} Les mêmes nombres sont dans la table.`,
      repere,
      ...seriesUtiles(series, rangees),
      remarques: [
        ...remarques,
        ...(dessinables.length > rangees.length
          ? [
              `Les ${ecrire(rangees.length)} premières barres sur ${ecrire(dessinables.length)} ; la table les a toutes.`,
            ]
          : []),
        ...(tues > 0 ? [`Sans barre, ${absence} : ${ecrireCompte(tues, 'ligne')}, dans la table.`] : []),
      ],
      table,
    },
  ];
}

/** Les séries que porte une barre au moins, et les rangées qui les désignent. */
function seriesUtiles(series: readonly Serie[], rangees: readonly Rangee[]): Pick<Comparaison, 'series' | 'rangees'> {
  const utiles = [...series.keys()].filter((s) => rangees.some(({ serie }) => serie === s));
  return {
    series: utiles.map((s) => series[s]!),
    rangees: rangees.map((r) => ({ ...r, serie: utiles.indexOf(r.serie) })),
  };
}
