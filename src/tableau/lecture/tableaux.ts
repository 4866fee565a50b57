import type { Droit } from '../../droit';
import type { Colonne } from '../colonnes';
import type { Correspondances } from '../entete';
import type { Grille, Plage } from '../grille';
import type { EntetePlacee } from './bloc';
import { retenirColonnes, type ColonnesRetenues } from './choix';
import { seCroisent, trouverEntetes, type BlocEntetes } from './entetes';
import { lireLignes, type LignesLues } from './lignes';
import { naturesDe } from './nature';

/** Un tableau de communes trouvé dans une feuille. */
export interface Tableau extends LignesLues {
  readonly feuille: string;
  readonly plage: Plage;
  readonly ligneEntete: number;
  readonly colonnes: ReadonlySet<Colonne>;
  /** L'en-tête retenu pour chaque colonne. */
  readonly entetes: ReadonlyMap<Colonne, EntetePlacee>;
  /** L'année du taux publié (« Taux SRU au 01/01/2024 »), si son en-tête la dit. */
  readonly anneeDuTaux: number | null;
  readonly ignorees: readonly EntetePlacee[];
  readonly ambigues: ReadonlyMap<Colonne, readonly EntetePlacee[]>;
}

/**
 * Trouve les tableaux d'une feuille à leurs en-têtes, où qu'ils soient ; un tableau sans aucune ligne de commune n'en est pas un.
 * @param droit sa période départage les colonnes datées
 */
export function trouverTableaux(grille: Grille, droit: Droit, aLaMain: Correspondances = new Map()): Tableau[] {
  const blocs = trouverEntetes(grille, aLaMain);
  const repris = new Set<BlocEntetes>();
  return blocs.flatMap((bloc, rang) => {
    if (repris.has(bloc)) return [];
    const retenues = retenirColonnes(bloc, droit.periode);
    const { fin, reprises } = suiteDe(grille, blocs, rang, retenues);
    for (const b of reprises) repris.add(b);
    const tableau = lireTableau(grille, bloc, retenues, fin, reprises);
    return tableau.lignes.length > 0 ? [tableau] : [];
  });
}

/** Où un tableau finit : au premier bloc d'en-têtes sous lui, sauf si ce n'est que le sien, répété en haut d'une page. */
function suiteDe(grille: Grille, blocs: readonly BlocEntetes[], rang: number, { positions }: ColonnesRetenues) {
  const bloc = blocs[rang]!;
  const nature = naturesDe(grille, positions, bloc);
  const reprises: BlocEntetes[] = [];
  for (let i = rang + 1; i < blocs.length; i++) {
    const b = blocs[i]!;
    if (b.debut <= bloc.fin || !seCroisent(b, bloc)) continue;
    if (!memesEntetes(b, bloc) || nature(b.debut - 1, false) !== 'commune') return { fin: b.debut, reprises };
    reprises.push(b);
  }
  return { fin: grille.nombreDeLignes, reprises };
}

const memesEntetes = (a: BlocEntetes, b: BlocEntetes): boolean =>
  a.entetes.length === b.entetes.length &&
  a.entetes.every((e, i) => e.texte === b.entetes[i]!.texte && e.position === b.entetes[i]!.position);

function lireTableau(
  grille: Grille,
  bloc: BlocEntetes,
  { positions, ignorees, ambigues }: ColonnesRetenues,
  fin: number,
  reprises: readonly BlocEntetes[],
): Tableau {
  const passees = reprises.flatMap((b) => Array.from({ length: b.fin - b.debut + 1 }, (_, i) => b.debut + i));
  const lues = lireLignes(grille, bloc, positions, fin, new Set(passees));
  const colonnes = bloc.entetes.map((e) => e.position);
  const entetes = new Map(
    [...positions].map(([colonne, position]) => [colonne, bloc.entetes.find((e) => e.position === position)!] as const),
  );
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
    entetes,
    anneeDuTaux: entetes.get('taux_lls')?.annees[0] ?? null,
    ignorees,
    ambigues,
  };
}
