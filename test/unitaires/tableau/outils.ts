import { ANNUAIRE } from '../../../src/annuaire';
import { DROIT_EN_VIGUEUR, droitDe, type Droit } from '../../../src/droit';
import { versNombre } from '../../../src/nombres';
import {
  adressePlage,
  cleEntete,
  grilleDeValeurs,
  plageDe,
  trouverTableaux,
  type Cellule,
  type Colonne,
  type Grille,
  type Tableau,
} from '../../../src/tableau';

export type Rangees = readonly (readonly unknown[])[];

interface Precisions {
  /** Des adresses comme « B1:D1 ». */
  readonly fusions?: readonly string[];
  readonly periode?: number;
  readonly aLaMain?: Readonly<Record<string, Colonne>>;
  readonly lignes?: Readonly<Record<string, 'commune' | 'ecartee'>>;
}

export function feuille(rangees: Rangees, { fusions = [] }: Precisions = {}): Grille {
  return grilleDeValeurs(rangees, 'Feuille', fusions.map(plageDe));
}

export const droit = (periode?: number): Droit => (periode ? droitDe({ debut: periode }) : DROIT_EN_VIGUEUR);

export function tableaux(rangees: Rangees, precisions: Precisions = {}): Tableau[] {
  const aLaMain = Object.entries(precisions.aLaMain ?? {}).map(
    ([texte, colonne]) => [cleEntete(texte), colonne] as const,
  );
  return trouverTableaux(feuille(rangees, precisions), {
    periode: droit(precisions.periode).periode,
    annuaire: ANNUAIRE,
    colonnes: new Map(aLaMain),
    lignes: new Map(Object.entries(precisions.lignes ?? {})),
  });
}

/** Le seul tableau de la feuille. */
export function tableau(rangees: Rangees, precisions: Precisions = {}): Tableau {
  const trouves = tableaux(rangees, precisions);
  if (trouves.length !== 1)
    throw new Error(`${trouves.length} tableaux : ${trouves.map((t) => adressePlage(t.plage)).join(', ')}`);
  return trouves[0]!;
}

export const communes = ({ lignes }: Tableau): string[] => lignes.map((l) => l.commune || (l.codeInsee ?? '?'));

/** Par commune, ce que disent ses colonnes : un nombre, « » vide, « ? » inconnu, « ! » illisible. */
export const valeurs = ({ lignes }: Tableau, ...colonnes: Colonne[]): unknown[][] =>
  lignes.map((l) => [l.commune || l.codeInsee, ...colonnes.map((c) => valeur(l, c))]);

export function valeur(ligne: Pick<Tableau['lignes'][number], 'nombres'>, colonne: Colonne): number | string {
  const lecture = ligne.nombres[colonne as keyof typeof ligne.nombres];
  if (lecture?.etat === 'lue') return versNombre(lecture.valeur.valeur);
  return { vide: '', inconnue: '?', invalide: '!' }[lecture?.etat ?? 'vide'];
}

export const ignorees = ({ ignorees: entetes }: Tableau): string[] => entetes.map((e) => e.texte);

export const pourcent = (rapport: number): Cellule => ({ valeur: rapport, pourcent: true });

/** Trois communes de Grand Poitiers et leurs en-têtes les plus courants. */
export const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif de référence', 'Objectif CMS'] as const;
export const BUXEROLLES = ['Buxerolles', 4082, 800, 20, 16, 16] as const;
export const MONTAMISE = ['Montamisé', 1477, 117, 20, 59, 45] as const;
export const VOUNEUIL = ['Vouneuil-sous-Biard', 2486, 186, 20, 103, 60] as const;
