import { COLONNES, intersection } from '../adresses';
import { type Cellule, type FeuilleDonnees, type Style } from '../contrat';
import { texteAffiche } from '../modele/saisie';
import { type Plage } from './cible-plage';

/** Les plages dont on lit ou change le format ; une seule, sauf d'un RangeAreas. */
export type Formatees = readonly Plage[];

export const LARGEUR_PAR_DEFAUT = 48;
export const HAUTEUR_PAR_DEFAUT = 15;
/** Largeur d'un caractère de la police par défaut, en points. */
const CARACTERE = 5.25;

/** Ce que toutes les cellules ont en commun, `null` si elles diffèrent. */
export function commune<T>(plages: Formatees, lire: (style: Style | undefined) => T): T | null {
  const lues = plages.map((p) => p.commune((cellule) => lire(cellule?.style)));
  return lues.every((lue) => lue === lues[0]) ? (lues[0] ?? null) : null;
}

export function changer(plages: Formatees, faire: (style: Style) => Style): void {
  for (const p of plages) {
    p.hote.modele.exigerOuverte(p.feuille);
    p.hote.modele.changerStyle(p.feuille, p.bornes, faire, 'complement');
  }
}

type Axe = 'largeurs' | 'hauteurs';
const bornesDe = (p: Plage, axe: Axe): [number, number] => {
  const entiere = { ...p.bornes, colonneFin: Math.min(p.bornes.colonneFin, COLONNES - 1) };
  return axe === 'largeurs' ? [entiere.colonne, entiere.colonneFin] : [entiere.ligne, entiere.ligneFin];
};

/** Largeur ou hauteur commune, `null` si elles diffèrent. */
export function tailles(plages: Formatees, axe: Axe, defaut: number): number | null {
  const lues = plages.flatMap((p) => {
    const [debut, fin] = bornesDe(p, axe);
    const dites = Object.entries(p.donnees[axe]).filter(([n]) => Number(n) >= debut && Number(n) <= fin);
    return [...dites.map(([, taille]) => taille), ...(dites.length < fin - debut + 1 ? [defaut] : [])];
  });
  return lues.every((taille) => taille === lues[0]) ? (lues[0] ?? defaut) : null;
}

/** `undefined` rend la taille par défaut ; « ajuster » prend celle du texte le plus long. */
export function ecrireTailles(plages: Formatees, axe: Axe, taille: number | 'ajuster' | undefined): void {
  for (const p of plages) {
    const feuille = p.hote.modele.exigerOuverte(p.feuille);
    const utilisee = p.hote.modele.zoneUtilisee(p.feuille);
    // Des lignes entières par milliers : seules celles qui sont écrites reçoivent une taille.
    const bornes = (p.sansBornes && utilisee ? intersection(p.bornes, utilisee) : undefined) ?? p.bornes;
    const [debut, fin] = axe === 'largeurs' ? [bornes.colonne, bornes.colonneFin] : [bornes.ligne, bornes.ligneFin];
    for (let n = debut; n <= fin; n++) {
      if (taille === undefined) delete feuille[axe][n];
      else feuille[axe][n] = taille === 'ajuster' ? largeurDuTexte(feuille, n) : taille;
    }
    p.hote.modele.emettre({ type: 'styles', feuille: p.feuille, zone: bornes, origine: 'complement' });
  }
}

function largeurDuTexte(feuille: FeuilleDonnees, colonne: number): number {
  const longueurs = Object.entries(feuille.cellules).flatMap(([cle, cellule]: [string, Cellule]) =>
    cle.endsWith(`,${colonne}`) ? [texteAffiche(cellule.valeur, cellule.format).length] : [],
  );
  return Math.max(LARGEUR_PAR_DEFAUT, Math.max(0, ...longueurs) * CARACTERE);
}
