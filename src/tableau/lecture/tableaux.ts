import type { Annuaire } from '../../annuaire/annuaire';
import type { Periode } from '../../droit';
import type { Colonne } from '../colonnes';
import type { Alentours, Fait } from '../alentours';
import type { Correspondances } from '../entete';
import type { Blancs, Grille, Plage, Redite } from '../grille';
import type { EntetePlacee } from './entete-placee';
import { nonComprisesDe, retenirColonnes, type ColonnesRetenues, type EnteteIgnoree } from './choix';
import { colonnesOuvertes } from './colonnes-ouvertes';
import { observationsDecisives } from './observations';
import { trouverEntetes, type BlocEntetes } from './entetes';
import { suiteDe } from './suite';
import { lireLignes, type LignesLues, type OptionsDesLignes, type SortsDeLignes } from './lignes';
import { retourner } from '../transposition';

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
  readonly ignorees: readonly EnteteIgnoree[];
  /** Les colonnes remplies dont le sens nous échappe et pourrait changer le verdict. */
  readonly nonComprises: readonly EntetePlacee[];
  readonly ambigues: ReadonlyMap<Colonne, readonly EntetePlacee[]>;
  /** Le sort de chaque texte autour de lui. */
  readonly alentours: Alentours;
  /** La mention « en milliers » qui rend son parc inutilisable. */
  readonly enMilliers: Fait<'unite'> | null;
  /** Des titres de contrat sur une feuille où aucun tableau n'est reconnu. */
  readonly incomprises?: readonly { readonly texte: string; readonly cellule: string }[];
  /** Les feuilles du classeur dont le contrôle n'a lu que le début. */
  readonly tropLongues?: readonly { readonly feuille: string; readonly lignes: number }[];
  /** Ce que le contrat rédigé dont il est l'annexe laisse à écrire. */
  readonly aCompleter?: readonly Blancs[];
  /** Ce que ce contrat en redit. */
  readonly redites?: readonly Redite[];
  /** La feuille est masquée. */
  readonly masquee: boolean;
  /** Où le tableau est écrit : un seul endroit, sauf s'il a fallu en réunir les morceaux. */
  readonly pieces: readonly Piece[];
}

const SANS_ALENTOURS: Alentours = { faits: [], sansEffet: [], nonCompris: [] };

export interface Piece {
  readonly feuille: string;
  readonly plage: Plage;
}

/** Ce qui guide la lecture d'une feuille : la période départage les colonnes datées, le reste vient de l'agent. */
export interface OptionsDeLecture {
  readonly periode: Periode | null;
  readonly annuaire: Annuaire;
  readonly colonnes?: Correspondances;
  readonly lignes?: SortsDeLignes;
}

/** Trouve les tableaux d'une feuille à leurs en-têtes, où qu'ils soient ; un tableau sans aucune ligne de commune n'en est pas un. */
export function trouverTableaux(
  grille: Grille,
  { periode, annuaire, colonnes: aLaMain = new Map(), lignes: sorts = new Map() }: OptionsDeLecture,
): Tableau[] {
  const blocs = trouverEntetes(grille, aLaMain);
  const repris = new Set<BlocEntetes>();
  return blocs.flatMap((bloc, rang) => {
    if (repris.has(bloc)) return [];
    const retenues = retenirColonnes(bloc, periode);
    const { fin, reprises } = suiteDe(grille, blocs, rang, retenues, annuaire);
    for (const b of reprises) repris.add(b);
    const tableau = lireTableau(grille, bloc, retenues, fin, reprises, { annuaire, sorts });
    return tableau.lignes.length > 0 ? [tableau] : [];
  });
}

function lireTableau(
  grille: Grille,
  bloc: BlocEntetes,
  retenues: ColonnesRetenues,
  fin: number,
  reprises: readonly BlocEntetes[],
  options: OptionsDesLignes,
): Tableau {
  const { positions, ignorees, ambigues } = retenues;
  const passees = reprises.flatMap((b) => Array.from({ length: b.fin - b.debut + 1 }, (_, i) => b.debut + i));
  const lues = lireLignes(grille, bloc, positions, fin, new Set(passees), options);
  const colonnes = bloc.entetes.map((e) => e.position);
  const entetes = new Map(
    [...positions].map(([colonne, position]) => [colonne, bloc.entetes.find((e) => e.position === position)!] as const),
  );
  const lue = {
    ligne: bloc.debut,
    colonne: Math.min(...colonnes),
    ligneFin: lues.derniere,
    colonneFin: Math.max(...colonnes),
  };
  const plage = grille.transposee ? retourner(lue) : lue;
  return {
    ...lues,
    feuille: grille.nom,
    masquee: grille.masquee ?? false,
    alentours: SANS_ALENTOURS,
    enMilliers: null,
    ligneEntete: bloc.fin,
    plage,
    pieces: [{ feuille: grille.nom, plage }],
    colonnes: new Set(positions.keys()),
    entetes,
    anneeDuTaux: entetes.get('taux_lls')?.annees[0] ?? null,
    ignorees,
    nonComprises: [
      ...nonComprisesDe(grille, retenues, bloc.fin + 1, lues.derniere),
      ...colonnesOuvertes(
        grille,
        bloc,
        retenues,
        lues.lignes.map(({ ligne }) => ligne),
      ),
      ...(positions.has('objectif_contrat')
        ? observationsDecisives(
            grille,
            ignorees,
            lues.lignes.map(({ ligne }) => ligne),
          )
        : []),
    ],
    ambigues,
  };
}
