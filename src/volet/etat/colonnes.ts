import { cleEntete, trouverEntetes, type Colonne } from '../../tableau';
import type { TableauControle } from './controles';
import type { Reglages } from './reglages';

/** Ce que le contrôle fait d'un en-tête. */
export type Sort = 'reconnue' | 'à la main' | 'ambiguë' | 'écartée' | 'ignorée';

export interface EnteteDuTableau {
  readonly cle: string;
  readonly texte: string;
  readonly cellule: string;
  readonly colonne: Colonne | null;
  readonly sort: Sort;
}

/** Les en-têtes d'un tableau, de gauche à droite, et ce que chacun devient. */
export function entetesDe({ feuille, tableau }: TableauControle, { colonnes }: Reglages): EnteteDuTableau[] {
  const bloc = trouverEntetes(feuille, new Map(Object.entries(colonnes))).find(
    (b) => b.fin === tableau.ligneEntete && b.entetes.some((e) => e.position === tableau.plage.colonne),
  );
  const laissees = new Set(tableau.ignorees.map((e) => e.position));
  return (bloc?.entetes ?? []).map(({ texte, cellule, colonne, manuelle, position }) => {
    const rivale = colonne !== null && tableau.ambigues.get(colonne)?.some((e) => e.position === position);
    const sort = rivale
      ? 'ambiguë'
      : laissees.has(position)
        ? colonne === null
          ? 'ignorée'
          : 'écartée'
        : manuelle
          ? 'à la main'
          : 'reconnue';
    return { cle: cleEntete(texte), texte, cellule, colonne, sort };
  });
}

/** Les correspondances après qu'un en-tête a reçu un sens ; `null` : le laisser reconnaître. */
export function nommer(
  colonnes: Reglages['colonnes'],
  cle: string,
  colonne: Colonne | null,
): Readonly<Record<string, Colonne>> {
  const { [cle]: _, ...autres } = colonnes;
  return colonne === null ? autres : { ...autres, [cle]: colonne };
}
