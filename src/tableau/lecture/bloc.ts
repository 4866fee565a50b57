import { ecrire, lireNombre } from '../../nombres';
import type { Colonne } from '../colonnes';
import { cleEntete, lireEntete, type Correspondances, type Entete } from '../entete';
import { adresse, celluleEtendue, estRemplie, type Cellule, type Grille } from '../grille';
import { estVide, lireOuiNon } from '../texte';
import { changeLeSens, drapeauPossible, estObjectifNu } from '../vocabulaire';
import { lireBrut, lireTexte } from './cellules';

/** Un en-tête à sa place ; `texte` est son libellé complet, titre de groupe compris. */
export interface EntetePlacee extends Entete {
  readonly position: number;
  readonly cellule: string;
  /** La colonne a été nommée par une correspondance à la main. */
  readonly manuelle: boolean;
}

/** Des lignes d'en-têtes, de `debut` à `fin`, entre deux colonnes ; bornes comprises. */
export interface Etendue {
  readonly debut: number;
  readonly fin: number;
  readonly gauche: number;
  readonly droite: number;
}

/** Les en-têtes d'une étendue, de gauche à droite ; une colonne où l'on trouve un nombre n'a pas d'en-tête. */
export function lireEntetes(grille: Grille, etendue: Etendue, aLaMain: Correspondances): EntetePlacee[] {
  const entetes = positionsRemplies(grille, etendue).flatMap((position) => {
    const entete = lireColonne(grille, etendue, position, aLaMain);
    return entete ? [nomOuDrapeau(entete, grille, etendue.fin + 1)] : [];
  });
  return objectifDuBilan(entetes);
}

const AUTRES_OBJECTIFS: ReadonlySet<Colonne> = new Set<Colonne>([
  'objectif_reference',
  'objectif_contrat',
  'residences_principales',
  'logements_sociaux',
]);

/** Dans un bilan, « Objectif » à côté de « Réalisés », sous les mêmes années, est celui qui était notifié. */
function objectifDuBilan(entetes: EntetePlacee[]): EntetePlacee[] {
  if (entetes.some((e) => e.colonne && AUTRES_OBJECTIFS.has(e.colonne))) return entetes;
  const realises = entetes.filter((e) => e.colonne === 'realises');
  return entetes.map((e) =>
    e.colonne === null && estObjectifNu(e.texte) && realises.some((r) => r.tranche === e.tranche)
      ? { ...e, colonne: 'objectif_reference' }
      : e,
  );
}

/** « commune_deficitaire » nomme des communes, sauf s'il y a dessous 0 ou 1, oui ou non. */
function nomOuDrapeau(entete: EntetePlacee, grille: Grille, premiere: number): EntetePlacee {
  if (entete.colonne !== 'commune' || entete.manuelle) return entete;
  const dessous = lireTexte(grille.cellule(premiere, entete.position));
  if (dessous === '' || lireOuiNon(dessous) === null) return entete;
  return { ...entete, colonne: drapeauPossible(entete.texte) ?? entete.colonne };
}

function positionsRemplies(grille: Grille, { debut, fin, gauche, droite }: Etendue): number[] {
  const positions = new Set<number>();
  for (let ligne = debut; ligne <= fin; ligne++) {
    for (const c of grille.colonnes(ligne)) if (c >= gauche && c <= droite) positions.add(c);
  }
  return [...positions].sort((a, b) => a - b);
}

function lireColonne(
  grille: Grille,
  { debut, fin }: Etendue,
  position: number,
  aLaMain: Correspondances,
): EntetePlacee | null {
  const textes: string[] = [];
  let bas = fin;
  for (let ligne = fin; ligne >= debut; ligne--) {
    const texte = texteDEntete(celluleEtendue(grille, ligne, position));
    if (texte === null) return null;
    if (textes.length === 0) bas = ligne;
    if (texte && !textes.includes(texte)) textes.push(texte);
  }
  if (textes.length === 0) return null;
  // Du libellé complet, « Objectif 2023-2025 CMS », à celui qui touche les données, « CMS ».
  const libelles = textes.map((_, i) => textes.slice(0, textes.length - i).reverse());
  const complet = lireEntete(libelles[0]!.join(' '));
  const placee = { ...complet, position, cellule: adresse(bas, position), manuelle: false };
  for (const libelle of libelles) {
    const texte = libelle.join(' ');
    const choisie = aLaMain.get(cleEntete(texte));
    if (choisie) return { ...placee, texte, colonne: choisie, manuelle: true };
  }
  for (const libelle of libelles) {
    const { texte, colonne } = lireEntete(libelle.join(' '));
    if (!colonne) continue;
    return textes.slice(libelle.length).some(changeLeSens)
      ? { ...placee, colonne: null }
      : { ...placee, texte, colonne };
  }
  return placee;
}

/** Le texte d'une cellule d'en-tête, vide si elle l'est ; `null` si c'est un nombre, autre qu'une année ou un pourcentage. */
export function texteDEntete(cellule: Cellule | undefined): string | null {
  if (!estRemplie(cellule)) return '';
  const texte = lireTexte(cellule);
  if (estVide(texte)) return '';
  const nombre = typeof cellule.valeur === 'number' ? lireBrut(cellule) : lireNombre(texte);
  if (!nombre) return texte;
  if (nombre.pourcent) return `${ecrire(nombre.valeur)} %`;
  return /^(?:19|20)\d{2}$/.test(texte) ? texte : null;
}

export const estUnNom = ({ colonne }: Entete): boolean => colonne === 'commune' || colonne === 'code_insee';

export const sensDistincts = (entetes: readonly Entete[]): Set<Colonne> =>
  new Set(entetes.flatMap((e) => e.colonne ?? []));
