import type { Droit } from '../../droit';
import type { Colonne, Correspondances } from '../colonnes';
import type { Grille, Plage } from '../grille';
import { retenirColonnes, trouverEntetes, type BlocEntetes, type EntetePlacee } from './entetes';
import { lireLignes, type LignesLues } from './lignes';

/** Un tableau de communes trouvé dans une feuille. */
export interface Tableau extends LignesLues {
  readonly feuille: string;
  readonly plage: Plage;
  readonly ligneEntete: number;
  readonly colonnes: ReadonlySet<Colonne>;
  readonly ignorees: readonly EntetePlacee[];
  readonly ambigues: ReadonlyMap<Colonne, readonly EntetePlacee[]>;
}

/**
 * Trouve les tableaux d'une feuille à leurs en-têtes, où qu'ils soient ; un tableau sans aucune ligne de commune n'en est pas un.
 * @param droit sa période départage les colonnes datées
 */
export function trouverTableaux(grille: Grille, droit: Droit, aLaMain: Correspondances = new Map()): Tableau[] {
  const blocs = trouverEntetes(grille, aLaMain);
  return blocs
    .map((bloc) => lireTableau(grille, bloc, finDes(blocs, bloc, grille), droit, aLaMain))
    .filter(({ lignes }) => lignes.length > 0);
}

function finDes(blocs: readonly BlocEntetes[], bloc: BlocEntetes, grille: Grille): number {
  return blocs.find(({ debut }) => debut > bloc.fin)?.debut ?? grille.nombreDeLignes;
}

function lireTableau(grille: Grille, bloc: BlocEntetes, fin: number, droit: Droit, aLaMain: Correspondances): Tableau {
  const { positions, ignorees, ambigues } = retenirColonnes(bloc, droit.periode, aLaMain);
  const lues = lireLignes(grille, positions, bloc.fin + 1, fin);
  const colonnes = bloc.entetes.map((e) => e.position);
  return {
    ...lues,
    feuille: grille.nom,
    ligneEntete: bloc.fin,
    plage: {
      ligne: bloc.debut,
      colonne: Math.min(...colonnes),
      ligneFin: lues.derniere,
      colonneFin: Math.max(...colonnes),
    },
    colonnes: new Set(positions.keys()),
    ignorees,
    ambigues,
  };
}
