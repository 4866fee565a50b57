import {
  cleEntete,
  type Colonne,
  type EntetePlacee,
  type Motif,
  type Precisions,
  type SensDeColonne,
} from '../../tableau';
import type { TableauControle } from './controles';

/** Ce que le contrôle fait d'une colonne. */
export type Sort = 'à trancher' | 'non comprise' | 'lue' | 'laissée';

export interface ColonneDuTableau {
  readonly cle: string;
  readonly texte: string;
  readonly cellule: string;
  /** La colonne lue, ou que l'en-tête nomme sans qu'elle soit retenue. */
  readonly colonne: Colonne | null;
  readonly sort: Sort;
  /** Pourquoi elle n'est pas lue. */
  readonly motif: Motif | null;
  /** Ce que l'agent a dit d'elle. */
  readonly precisee: SensDeColonne | null;
}

/** Les colonnes d'un tableau, de gauche à droite, et ce que chacune devient. */
export function colonnesDe({ tableau }: TableauControle, { colonnes }: Precisions): ColonneDuTableau[] {
  const incomprises = new Set(tableau.nonComprises.map((e) => e.cellule));
  const sortDe = (motif: Motif, cellule: string): Sort => {
    if (motif === 'ambiguë') return 'à trancher';
    return incomprises.has(cellule) ? 'non comprise' : 'laissée';
  };
  const decrire = (e: EntetePlacee, colonne: Colonne | null, sort: Sort, motif: Motif | null) => {
    const cle = cleEntete(e.texte);
    const { texte, cellule, position } = e;
    const precisee = Object.hasOwn(colonnes, cle) ? colonnes[cle]! : null;
    return { cle, texte: texte.replace(/\s+/g, ' '), cellule, colonne, sort, motif, precisee, position };
  };
  return [
    ...[...tableau.entetes].map(([colonne, e]) => decrire(e, colonne, 'lue', null)),
    ...tableau.ignorees.map((e) => decrire(e, e.colonne, sortDe(e.motif, e.cellule), e.motif)),
  ].sort((a, b) => a.position - b.position);
}
