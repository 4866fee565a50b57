import { ecrire, lireNombre } from '../../nombres';
import type { Colonne } from '../colonnes';
import {
  cleEntete,
  lireEntete,
  neNommantRien,
  nommant,
  SANS_EFFET,
  type Correspondances,
  type Entete,
} from '../entete';
import { adresse, celluleEtendue, estRemplie, fusionDe, type Cellule, type Grille } from '../grille';
import { estVide } from '../texte';
import { changeLeSens } from '../vocabulaire';
import { lireBrut, lireTexte } from './cellules';
import type { EntetePlacee } from './entete-placee';
import { resoudre } from './resolution';

/** Des lignes d'en-têtes, de `debut` à `fin`, entre deux colonnes ; bornes comprises. */
export interface Etendue {
  readonly debut: number;
  readonly fin: number;
  readonly gauche: number;
  readonly droite: number;
}

/** Les en-têtes d'une étendue, de gauche à droite ; une colonne où l'on trouve un nombre n'a pas d'en-tête. */
export function lireEntetes(grille: Grille, etendue: Etendue, aLaMain: Correspondances): EntetePlacee[] {
  const groupes = titresDeGroupes(grille, etendue);
  const lus = positionsRemplies(grille, etendue).flatMap(
    (position) => lireColonne(grille, etendue, position, groupes, aLaMain) ?? [],
  );
  return resoudre(lus, grille, etendue.fin + 1);
}

export function positionsRemplies(grille: Grille, { debut, fin, gauche, droite }: Etendue): number[] {
  const positions = new Set<number>();
  for (let ligne = debut; ligne <= fin; ligne++) {
    for (const c of grille.colonnes(ligne)) if (c >= gauche && c <= droite) positions.add(c);
  }
  return [...positions].sort((a, b) => a - b);
}

/** Par ligne et par colonne, la cellule du titre de groupe qui la coiffe. */
type TitresDeGroupes = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * Sans fusion, un titre de groupe ne remplit que sa première cellule : « Objectif CMS » au-dessus de 2026, 2027, Total. Il coiffe
 * les cellules vides à sa droite si la ligne suivante est remplie sous lui et sous elles.
 */
function titresDeGroupes(grille: Grille, { debut, fin, gauche, droite }: Etendue): TitresDeGroupes {
  const titres = new Map<number, Map<number, number>>();
  for (let ligne = debut; ligne < fin; ligne++) {
    const coiffes = new Map<number, number>();
    const dessous = grille.colonnes(ligne + 1).filter((c) => c >= gauche && c <= droite);
    let titre: number | null = null;
    let attendue = -1;
    for (const c of dessous) {
      const remplie = estRemplie(grille.cellule(ligne, c));
      if (remplie) titre = fusionDe(grille, ligne, c) ? null : c;
      else if (c !== attendue || fusionDe(grille, ligne, c)) titre = null;
      if (titre !== null && !remplie) coiffes.set(c, titre);
      attendue = c + 1;
    }
    titres.set(ligne, coiffes);
  }
  return titres;
}

/** La colonne qu'on lit a, au-dessus d'elle, un titre qu'elle partage avec ses voisines. */
export const aUnTitrePartage = (grille: Grille, ligne: number, position: number): boolean => {
  const fusion = fusionDe(grille, ligne, position);
  if (fusion) return fusion.colonneFin > fusion.colonne;
  const suivante = position + 1;
  return (
    estRemplie(grille.cellule(ligne, position)) &&
    !estRemplie(grille.cellule(ligne, suivante)) &&
    !fusionDe(grille, ligne, suivante) &&
    estRemplie(grille.cellule(ligne + 1, position)) &&
    estRemplie(grille.cellule(ligne + 1, suivante))
  );
};

function lireColonne(
  grille: Grille,
  { debut, fin }: Etendue,
  position: number,
  groupes: TitresDeGroupes,
  aLaMain: Correspondances,
): EntetePlacee | null {
  const textes: string[] = [];
  let bas = fin;
  for (let ligne = fin; ligne >= debut; ligne--) {
    const coiffe = groupes.get(ligne)?.get(position) ?? position;
    const texte = texteDEntete(celluleEtendue(grille, ligne, coiffe));
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
    if (choisie === 'sans effet') return { ...neNommantRien(placee, SANS_EFFET), texte, manuelle: true };
    if (choisie) return { ...nommant(placee, choisie), texte, manuelle: true };
  }
  for (const libelle of libelles) {
    const { texte, colonne, appui } = lireEntete(libelle.join(' '));
    if (!colonne) continue;
    const titres = textes.slice(libelle.length);
    return titres.some((titre) => changeLeSens(titre, texte) || (estUnNomDe(colonne) && nommeAutreChose(titre)))
      ? neNommantRien(placee)
      : { ...nommant(placee, colonne), texte, appui };
  }
  return placee;
}

const DE_LIEUX: ReadonlySet<Colonne> = new Set<Colonne>(['commune', 'code_insee', 'epci', 'departement']);
const estUnNomDe = (colonne: Colonne): boolean => DE_LIEUX.has(colonne);

/** Sous « Accord », « EPCI » n'est pas l'EPCI de la commune : c'est l'accord de l'EPCI. */
function nommeAutreChose(titre: string): boolean {
  const { colonne } = lireEntete(titre);
  return colonne !== null && !estUnNomDe(colonne);
}

/** Le texte d'une cellule d'en-tête, vide si elle l'est ; `null` si c'est un nombre, autre qu'une année ou un pourcentage. */
export function texteDEntete(cellule: Cellule | undefined): string | null {
  if (!estRemplie(cellule)) return '';
  // « #REF! » n'est pas l'en-tête d'une référence.
  if (cellule.erreur !== undefined) return null;
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
