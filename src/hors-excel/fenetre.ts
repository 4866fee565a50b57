import { plageDe, type Plage } from '../tableau';
import { tableauxDe } from '../volet/etat/etat';
import type { Vue } from './fichiers';

/** Ce que l'extrait d'une feuille montre, lignes et colonnes comptées de zéro. */
export interface Fenetre {
  readonly lignes: readonly number[];
  readonly colonnes: readonly number[];
  /** La cellule visée ; absente si c'est une plage. */
  readonly cible: { readonly ligne: number; readonly colonne: number } | null;
  readonly entete: number | null;
}

const AUTOUR = 3;
const LIGNES_DE_PLAGE = 12;
const COLONNES_DE_PLAGE = 8;

/** Les cellules autour de celle qu'on vise, avec l'en-tête et la première colonne de son tableau. */
export function fenetreDe({ fichier, feuille, adresse }: Vue): Fenetre {
  const plage = plageDe(adresse);
  const tableau = tableauxDe(fichier.volet.etat()).find(
    (t) => t.feuille.id === feuille.id && contient(t.tableau.plage, plage),
  )?.tableau;
  const entete = tableau?.ligneEntete ?? null;
  const coin = tableau ? [tableau.plage.colonne] : [];
  const haut = entete === null ? [] : [entete];
  if (adresse.includes(':')) {
    return {
      lignes: suite(plage.ligne, Math.min(plage.ligneFin, plage.ligne + LIGNES_DE_PLAGE)),
      colonnes: suite(plage.colonne, Math.min(plage.colonneFin, plage.colonne + COLONNES_DE_PLAGE)),
      cible: null,
      entete,
    };
  }
  const { ligne, colonne } = plage;
  return {
    lignes: fusionner(haut, suite(ligne - AUTOUR, Math.min(ligne + AUTOUR, feuille.nombreDeLignes - 1))),
    colonnes: fusionner(coin, suite(colonne - AUTOUR, colonne + AUTOUR)),
    cible: { ligne, colonne },
    entete,
  };
}

const suite = (de: number, a: number): number[] => {
  const debut = Math.max(0, de);
  return Array.from({ length: Math.max(0, a - debut + 1) }, (_, i) => debut + i);
};

const fusionner = (a: readonly number[], b: readonly number[]): number[] =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);

const contient = (dehors: Plage, dedans: Plage): boolean =>
  dedans.ligne >= dehors.ligne &&
  dedans.ligneFin <= dehors.ligneFin &&
  dedans.colonne >= dehors.colonne &&
  dedans.colonneFin <= dehors.colonneFin;
