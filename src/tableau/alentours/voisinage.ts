import { lireTexte } from '../lecture/cellules';
import { estRemplie, type Grille, type Plage } from '../grille';
import { libelleDe } from './libelles';
import type { Lieu, Sujet } from './types';

/** Jusqu'où l'on lit autour d'un tableau. */
const PORTEE = { dessus: 40, dessous: 60, cotes: 12, cellules: 3000, au_dela: 500 } as const;

/** Ce qu'il faut savoir d'un tableau pour lire autour. */
export interface TableauSitue {
  readonly plage: Plage;
  readonly ligneEntete: number;
  /** Les lignes déjà comprises : communes, totaux, en-têtes répétés. */
  readonly lignesLues: ReadonlySet<number>;
}

export interface Place {
  readonly ligne: number;
  readonly colonne: number;
  readonly texte: string;
  readonly barree: boolean;
  readonly lieu: Exclude<Lieu, 'feuille' | 'en-tête'>;
  /** À côté d'une commune du tableau. */
  readonly surUneLigne: boolean;
  /** Le nombre de lignes, puis de colonnes, jusqu'au tableau. */
  readonly distance: readonly [lignes: number, colonnes: number];
}

export interface Voisinage {
  /** De haut en bas, de gauche à droite. */
  readonly places: readonly Place[];
  /** Les commentaires de ces cellules et de celles du tableau. */
  readonly notes: readonly Place[];
  /** Le premier texte trouvé au-delà de la portée, de chaque côté. */
  readonly horsDePortee: readonly Pick<Place, 'ligne' | 'colonne' | 'texte'>[];
}

export function voisinageDe(grille: Grille, tableau: TableauSitue, autres: readonly Plage[]): Voisinage {
  const { plage } = tableau;
  const bornes = bornesDe(grille, plage, autres);
  const renseignent = colonnesDeRenseignements(grille, tableau);
  const places: Place[] = [];
  const horsDePortee: Pick<Place, 'ligne' | 'colonne' | 'texte'>[] = [];
  const cotes = new Set<string>();
  const ecarter = (cote: string, ligne: number, colonne: number) => {
    if (!cotes.has(cote)) horsDePortee.push({ ligne, colonne, texte: lireTexte(grille.cellule(ligne, colonne)) });
    cotes.add(cote);
  };
  for (let ligne = bornes.haut; ligne <= bornes.bas; ligne++) {
    const remplies = grille.colonnes(ligne);
    const voisins = autres.filter((a) => ligne >= a.ligne && ligne <= a.ligneFin);
    const lue = estLue(tableau, ligne);
    for (const colonne of remplies) {
      if (lue && contient(plage, ligne, colonne) && !renseignent.has(colonne)) continue;
      if (voisins.some((a) => contient(a, ligne, colonne))) continue;
      if (remplies.length > 1 && estAUnAutre(plage, autres, ligne, colonne)) continue;
      const ecart = ecartDe(colonne, plage.colonne, plage.colonneFin);
      if (ecart > PORTEE.cotes && (remplies.length > 1 || (ligne >= plage.ligne && ligne <= plage.ligneFin))) {
        ecarter(colonne < plage.colonne ? 'gauche' : 'droite', ligne, colonne);
      } else if (places.length >= PORTEE.cellules) ecarter('nombre', ligne, colonne);
      else places.push(placer(grille, tableau, ligne, colonne));
    }
  }
  for (const [cote, de, a, pas] of [
    ['haut', bornes.haut - 1, Math.max(bornes.hautPossible, bornes.haut - PORTEE.au_dela), -1],
    ['bas', bornes.bas + 1, Math.min(bornes.basPossible, bornes.bas + PORTEE.au_dela), 1],
  ] as const) {
    for (let ligne = de; pas * (a - ligne) >= 0 && !cotes.has(cote); ligne += pas) {
      const colonne = grille.colonnes(ligne)[0];
      if (colonne !== undefined && !autres.some((autre) => contient(autre, ligne, colonne)))
        ecarter(cote, ligne, colonne);
    }
  }
  const notes = (grille.notes ?? []).flatMap(({ ligne, colonne, texte }): Place[] => {
    const loin =
      ligne < bornes.haut || ligne > bornes.bas || ecartDe(colonne, plage.colonne, plage.colonneFin) > PORTEE.cotes;
    if (loin || autres.some((a) => contient(a, ligne, colonne))) return [];
    const surUneLigne =
      ligne > tableau.ligneEntete && contient(plage, ligne, plage.colonne) && tableau.lignesLues.has(ligne);
    return [{ ...placer(grille, tableau, ligne, colonne), texte, barree: false, surUneLigne }];
  });
  return { places, notes, horsDePortee };
}

const contient = (p: Plage, ligne: number, colonne: number): boolean =>
  ligne >= p.ligne && ligne <= p.ligneFin && colonne >= p.colonne && colonne <= p.colonneFin;

const ecartDe = (n: number, debut: number, fin: number): number => (n < debut ? debut - n : Math.max(0, n - fin));

const seCroisent = (a: Plage, b: Plage): boolean => a.colonne <= b.colonneFin && b.colonne <= a.colonneFin;

/** Une ligne de la plage qui n'a pas été lue (intertitre, note) reste à comprendre. */
const estLue = ({ ligneEntete, lignesLues }: TableauSitue, ligne: number): boolean =>
  ligne <= ligneEntete || lignesLues.has(ligne);

const RENSEIGNEMENTS: ReadonlySet<Sujet | null> = new Set<Sujet | null>(['periode', 'plh', 'avis']);

/**
 * « PLH | non » écrit à la hauteur des en-têtes, contre le tableau, n'en est pas une colonne : rien d'autre que des libellés dans la
 * première, et leurs valeurs dans la suivante.
 */
function colonnesDeRenseignements(grille: Grille, { plage, ligneEntete }: TableauSitue): ReadonlySet<number> {
  const trouvees = new Set<number>();
  for (const colonne of grille.colonnes(ligneEntete)) {
    if (colonne < plage.colonne || colonne > plage.colonneFin) continue;
    if (!RENSEIGNEMENTS.has(libelleDe(lireTexte(grille.cellule(ligneEntete, colonne))))) continue;
    if (!suffit(grille, plage, colonne)) continue;
    trouvees.add(colonne).add(colonne + 1);
  }
  return trouvees;
}

/** Chaque cellule remplie de la colonne est un libellé, et celle de droite ne l'est qu'à côté de lui. */
function suffit(grille: Grille, plage: Plage, colonne: number): boolean {
  for (let ligne = plage.ligne; ligne <= plage.ligneFin; ligne++) {
    const [libelle, valeur] = [grille.cellule(ligne, colonne), grille.cellule(ligne, colonne + 1)];
    if (!estRemplie(libelle)) {
      if (estRemplie(valeur)) return false;
    } else if (!RENSEIGNEMENTS.has(libelleDe(lireTexte(libelle))) || !estRemplie(valeur)) return false;
  }
  return true;
}

/** Au-dessus ou au-dessous d'un tableau voisin de celui-ci, et non de celui-ci : c'est de l'autre qu'il est question. */
const estAUnAutre = (plage: Plage, autres: readonly Plage[], ligne: number, colonne: number): boolean =>
  (colonne < plage.colonne || colonne > plage.colonneFin) &&
  autres.some(
    (a) =>
      !seCroisent(a, plage) &&
      colonne >= a.colonne &&
      colonne <= a.colonneFin &&
      ecartDe(ligne, a.ligne, a.ligneFin) <= PORTEE.dessous,
  );

function placer(grille: Grille, { plage, lignesLues }: TableauSitue, ligne: number, colonne: number): Place {
  const cellule = grille.cellule(ligne, colonne);
  const dedans = ligne >= plage.ligne && ligne <= plage.ligneFin;
  const cote = colonne < plage.colonne || colonne > plage.colonneFin;
  const texte =
    typeof cellule?.valeur === 'number' && cellule.pourcent ? `${cellule.valeur * 100} %` : brut(cellule?.valeur);
  return {
    ligne,
    colonne,
    texte: texte ?? lireTexte(cellule),
    barree: cellule?.barree === true,
    lieu: ligne < plage.ligne ? 'au-dessus' : dedans && cote ? 'à côté' : 'au-dessous',
    surUneLigne: cote && dedans && lignesLues.has(ligne),
    distance: [ecartDe(ligne, plage.ligne, plage.ligneFin), ecartDe(colonne, plage.colonne, plage.colonneFin)],
  };
}

/** Le texte avec ses lignes : chacune peut dire autre chose. */
const brut = (valeur: unknown): string | null =>
  typeof valeur === 'string' && /[\r\n]/.test(valeur) ? valeur.trim() : null;

/** Les lignes à lire : jusqu'au tableau du dessus, jusqu'à celui du dessous, sans ce qui touche l'un d'eux et non celui-ci. */
function bornesDe(grille: Grille, plage: Plage, autres: readonly Plage[]) {
  const remplie = (ligne: number) =>
    grille
      .colonnes(ligne)
      .some((c) => ecartDe(c, plage.colonne, plage.colonneFin) <= PORTEE.cotes && estRemplie(grille.cellule(ligne, c)));
  const dessus = autres.filter((a) => a.ligneFin < plage.ligne && seCroisent(a, plage)).map((a) => a.ligneFin);
  const dessous = autres.filter((a) => a.ligne > plage.ligneFin && seCroisent(a, plage)).map((a) => a.ligne);
  const [plafond, plancher] = [Math.max(-1, ...dessus), Math.min(grille.nombreDeLignes, ...dessous)];
  const hautPossible = plafond < 0 ? 0 : passer(plafond + 1, plage.ligne, 1);
  const basPossible = plancher >= grille.nombreDeLignes ? plancher - 1 : passer(plancher - 1, plage.ligneFin, -1);
  return {
    hautPossible,
    basPossible,
    haut: Math.max(hautPossible, plage.ligne - PORTEE.dessus),
    bas: Math.min(basPossible, plage.ligneFin + PORTEE.dessous),
  };

  /** Passe les lignes qui touchent l'autre tableau ; si toutes le touchent, aucune n'est passée. */
  function passer(depart: number, arrivee: number, pas: 1 | -1): number {
    let ligne = depart;
    while (pas * (arrivee - ligne) > 0 && remplie(ligne)) ligne += pas;
    return ligne === arrivee ? depart : ligne;
  }
}
