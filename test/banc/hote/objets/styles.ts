import { COLONNES, intersection } from '../adresses';
import { type Style } from '../contrat';
import { type Plage } from './cible-plage';

export const LARGEUR_PAR_DEFAUT = 48;
export const HAUTEUR_PAR_DEFAUT = 15;

/** Ce que toutes les cellules ont en commun, `null` si elles diffèrent. */
export const commune = <T>(p: Plage, lire: (style: Style | undefined) => T): T | null =>
  p.commune((cellule) => lire(cellule?.style));

export function changer(p: Plage, faire: (style: Style) => Style): void {
  p.hote.modele.exigerOuverte(p.feuille);
  p.hote.modele.changerStyle(p.feuille, p.bornes, faire, 'complement');
}

type Axe = 'largeurs' | 'hauteurs';
const bornesDe = (p: Plage, axe: Axe): [number, number] => {
  const entiere = { ...p.bornes, colonneFin: Math.min(p.bornes.colonneFin, COLONNES - 1) };
  return axe === 'largeurs' ? [entiere.colonne, entiere.colonneFin] : [entiere.ligne, entiere.ligneFin];
};

/** Largeur ou hauteur commune, `null` si elles diffèrent. */
export function tailles(p: Plage, axe: Axe, defaut: number): number | null {
  const [debut, fin] = bornesDe(p, axe);
  const dites = Object.entries(p.donnees[axe]).filter(([n]) => Number(n) >= debut && Number(n) <= fin);
  const lues = [...dites.map(([, taille]) => taille), ...(dites.length < fin - debut + 1 ? [defaut] : [])];
  return lues.every((taille) => taille === lues[0]) ? (lues[0] ?? defaut) : null;
}

export function ecrireTailles(p: Plage, axe: Axe, taille: number): void {
  const feuille = p.hote.modele.exigerOuverte(p.feuille);
  const utilisee = p.hote.modele.zoneUtilisee(p.feuille);
  // Des lignes entières par milliers : seules celles qui sont écrites reçoivent une taille.
  const bornes = (p.sansBornes && utilisee ? intersection(p.bornes, utilisee) : undefined) ?? p.bornes;
  const [debut, fin] = axe === 'largeurs' ? [bornes.colonne, bornes.colonneFin] : [bornes.ligne, bornes.ligneFin];
  for (let n = debut; n <= fin; n++) feuille[axe][n] = taille;
  p.hote.modele.emettre({ type: 'styles', feuille: p.feuille, zone: bornes, origine: 'complement' });
}
