import { cleEntete, lireEntete, neNommantRien, SANS_EFFET, type Correspondances } from '../entete';
import { celluleEtendue, estRemplie, fusionDe, type Grille } from '../grille';
import { changeLeSens } from '../vocabulaire';
import {
  aUnTitrePartage,
  estUnNom,
  lireEntetes,
  positionsRemplies,
  sensDistincts,
  texteDEntete,
  type Etendue,
} from './bloc';
import type { EntetePlacee } from './entete-placee';
import { delaisser, estUnBilanSeul, resoudre } from './resolution';

/** Les en-têtes d'un tableau ; son étendue va de sa première à sa dernière colonne reconnue. */
export interface BlocEntetes extends Etendue {
  readonly entetes: readonly EntetePlacee[];
  /** Les colonnes du bilan passé qu'il rappelle à sa droite : elles n'ouvrent pas d'autre bloc. */
  readonly rappel: ReadonlySet<number>;
}

const HAUTEUR_MAXIMALE = 3;
const SENS_MINIMAUX = 3;
const LONGUEUR_MAXIMALE = 80;
const INDICE =
  /(?<![a-zà-ÿ])(?:com|communes?|cne|villes?|insee|codeinsee|depcom|g[eé]o\w*|codgeo|libgeo|cog|numcom|codecom|codcom|libcom|territoires?|[ée]tiquettes|labels)(?![a-zà-ÿ])/i;

/**
 * Tous les blocs d'en-têtes d'une feuille, de haut en bas puis de gauche à droite. Un bloc se cherche autour de chaque cellule
 * qui nomme la commune ou son code, sans déborder sur les tableaux voisins encore ouverts à cette ligne.
 */
export function trouverEntetes(grille: Grille, aLaMain: Correspondances): BlocEntetes[] {
  const blocs: BlocEntetes[] = [];
  let ouverts: readonly BlocEntetes[] = [];
  for (let ligne = 0; ligne < grille.nombreDeLignes; ligne++) {
    const remplies = grille.colonnes(ligne);
    for (const colonne of remplies) {
      if (!nommeUneCommune(grille, ligne, colonne, aLaMain) || estPris(ouverts, ligne, colonne)) continue;
      const trouves = chercher(grille, ligne, placeLibre(ouverts, ligne, colonne), aLaMain);
      blocs.push(...trouves);
      ouverts = [...ouverts.filter((b) => !trouves.some((t) => seCroisent(b, t))), ...trouves];
    }
    if (!ouverts.every((b) => seContinue(b, ligne, remplies)))
      ouverts = ouverts.filter((b) => seContinue(b, ligne, remplies));
  }
  return blocs;
}

/** La cellule appartient aux en-têtes d'un bloc déjà trouvé. */
const estPris = (blocs: readonly BlocEntetes[], ligne: number, colonne: number): boolean =>
  blocs.some((b) => ligne <= b.fin && (couvre(b, colonne) || b.rappel.has(colonne)));

/** Le tableau reste ouvert tant qu'une ligne y porte quelque chose. */
const seContinue = (b: BlocEntetes, ligne: number, remplies: readonly number[]): boolean =>
  ligne <= b.fin || remplies.some((c) => couvre(b, c));

/** « Commune | Objectif » suffit : ailleurs dans le classeur, d'autres colonnes l'attendent, et l'ignorer les dirait seules conformes. */
const poids = (entetes: readonly EntetePlacee[]): number => {
  const sens = sensDistincts(entetes);
  return sens.size + (sens.has('objectif_contrat') || sens.has('objectif_reference') ? 1 : 0);
};

const couvre = (b: Etendue, colonne: number): boolean => colonne >= b.gauche && colonne <= b.droite;

/** Deux blocs qui ont des colonnes communes : l'un est au-dessus de l'autre. */
export const seCroisent = (a: Etendue, b: Etendue): boolean => a.gauche <= b.droite && b.gauche <= a.droite;

function nommeUneCommune(grille: Grille, ligne: number, colonne: number, aLaMain: Correspondances): boolean {
  const valeur = grille.cellule(ligne, colonne)?.valeur;
  if (typeof valeur !== 'string' || valeur.length > LONGUEUR_MAXIMALE) return false;
  const choisie = aLaMain.size > 0 ? aLaMain.get(cleEntete(valeur)) : undefined;
  if (choisie === 'sans effet') return false;
  if (choisie) return estUnNom({ ...lireEntete(valeur), colonne: choisie });
  return INDICE.test(valeur) && estUnNom(lireEntete(valeur));
}

/** Jusqu'où un bloc ancré là peut s'étendre : sous le tableau qu'il suit, entre ceux qu'il côtoie. */
function placeLibre(ouverts: readonly BlocEntetes[], ligne: number, colonne: number): Etendue {
  let [debut, gauche, droite] = [0, 0, Infinity];
  for (const b of ouverts) {
    if (couvre(b, colonne)) debut = b.fin + 1;
    else if (b.droite < colonne) gauche = Math.max(gauche, b.droite + 1);
    else droite = Math.min(droite, b.gauche - 1);
  }
  return { debut, fin: ligne, gauche, droite };
}

/** Le bloc de trois lignes au plus, autour de `ligne`, qui nomme le plus de colonnes ; de plusieurs, le plus court. */
function chercher(grille: Grille, ligne: number, place: Etendue, aLaMain: Correspondances): BlocEntetes[] {
  const lire = (debut: number, fin: number) => lireEntetes(grille, { ...place, debut, fin }, aLaMain);
  const sensDe = (debut: number, fin: number) => {
    const entetes = lire(debut, fin);
    return entetes.some(estUnNom) ? poids(entetes) : 0;
  };
  if (!peutNommerDesColonnes(grille, ligne, place)) return [];
  let [debut, fin, sens] = [-1, -1, SENS_MINIMAUX - 1];
  for (let hauteur = 1; hauteur <= HAUTEUR_MAXIMALE; hauteur++) {
    for (let haut = ligne; haut > ligne - hauteur && haut >= place.debut; haut--) {
      const trouves = sensDe(haut, haut + hauteur - 1);
      if (trouves > sens) [debut, fin, sens] = [haut, haut + hauteur - 1, trouves];
    }
  }
  if (debut < 0) return [];
  while (debut < fin && sensDe(debut + 1, fin) >= sens) debut++;
  while (debut > place.debut && fin - debut < HAUTEUR_MAXIMALE && estGroupe(grille, debut - 1, lire(debut, fin)))
    debut--;
  let entetes = lire(debut, fin);
  while (fin - debut < HAUTEUR_MAXIMALE && estSuite(grille, fin + 1, entetes)) {
    fin++;
    entetes = preciser(grille, fin, entetes, lire(debut, fin));
  }
  return couper(grille, entetes, debut, fin);
}

/** « Commune 1 », seul texte d'une ligne de nombres, n'est pas un en-tête : il en faut deux, et un nombre n'en a pas. */
function peutNommerDesColonnes(grille: Grille, ligne: number, place: Etendue): boolean {
  const debut = Math.max(place.debut, ligne - HAUTEUR_MAXIMALE + 1);
  const positions = positionsRemplies(grille, { ...place, debut, fin: ligne + HAUTEUR_MAXIMALE - 1 });
  return positions.filter((p) => texteDEntete(celluleEtendue(grille, ligne, p)) !== null).length > 1;
}

/** Une ligne de titres de groupes, comme « Objectif 2023-2025 » au-dessus de deux colonnes ; non le titre du tableau. */
function estGroupe(grille: Grille, ligne: number, entetes: readonly EntetePlacee[]): boolean {
  const noms = entetes.filter(estUnNom);
  const textes = new Set<string>();
  let large = false;
  for (const { position } of entetes.filter((e) => e.colonne && !estUnNom(e))) {
    const texte = texteDEntete(celluleEtendue(grille, ligne, position));
    if (texte === null) return false;
    const fusion = fusionDe(grille, ligne, position);
    if (fusion && noms.some((n) => n.position >= fusion.colonne && n.position <= fusion.colonneFin)) return false;
    if (texte) textes.add(texte);
    large ||= texte !== '' && fusion !== undefined && fusion.colonneFin > fusion.colonne;
  }
  return large || textes.size > 1;
}

/** Une ligne qui précise les en-têtes, par des années ou des unités : sans nom de commune ni nombre. */
function estSuite(grille: Grille, ligne: number, entetes: readonly EntetePlacee[]): boolean {
  const reconnues = entetes.filter((e) => e.colonne);
  if (reconnues.some((e) => estUnNom(e) && estRemplie(grille.cellule(ligne, e.position)))) return false;
  const textes = reconnues.map((e) => texteDEntete(grille.cellule(ligne, e.position)));
  return textes.some(Boolean) && !textes.includes(null);
}

/** Les en-têtes relus avec une ligne de plus ; un commentaire qui ne contredit pas un libellé reconnu ne l'efface pas. */
function preciser(
  grille: Grille,
  ligne: number,
  avant: readonly EntetePlacee[],
  apres: readonly EntetePlacee[],
): EntetePlacee[] {
  const reconnus = new Map(avant.filter((e) => e.colonne).map((e) => [e.position, e]));
  return apres.map((entete) => {
    const partage = aUnTitrePartage(grille, ligne - 1, entete.position);
    const reconnu = entete.colonne || partage ? undefined : reconnus.get(entete.position);
    const ajout = texteDEntete(grille.cellule(ligne, entete.position)) ?? '';
    // Sous « Réalisé 2020-2022 », PLAI n'est pas un commentaire : c'est la part réalisée en PLAI.
    const part = reconnu?.colonne === 'realises' && lireEntete(ajout).colonne !== null;
    return reconnu && !part && !changeLeSens(ajout) ? reconnu : entete;
  });
}

/**
 * Sépare des tableaux côte à côte : au second « Commune », après une colonne vide ou sous le même libellé. Un morceau trop
 * pauvre pour être un tableau est laissé de côté, avec le premier : ses lignes ne sont pas celles des mêmes communes. Le bilan d'une
 * période passée, à droite d'un autre tableau, en est le rappel.
 */
function couper(grille: Grille, entetes: readonly EntetePlacee[], debut: number, fin: number): BlocEntetes[] {
  const morceaux: EntetePlacee[][] = [[]];
  for (const entete of entetes) {
    const courant = morceaux.at(-1)!;
    const semblable = estUnNom(entete) && courant.find((e) => e.colonne === entete.colonne);
    const coupure = semblable ? debutApresVide(courant, entete) : null;
    if (semblable && (coupure !== null || cleEntete(semblable.texte) === cleEntete(entete.texte))) {
      morceaux.push([...courant.splice(coupure ?? courant.length), entete]);
    } else courant.push(entete);
  }
  const resolus = morceaux.length > 1 ? morceaux.map((m) => resoudre(m, grille, fin + 1)) : morceaux;
  const passe = resolus.filter((m, i) => i > 0 && estUnBilanSeul(m) && !estUnBilanSeul(resolus[0]!));
  const estTableau = (morceau: EntetePlacee[]) => poids(morceau) >= SENS_MINIMAUX && !passe.includes(morceau);
  const delaisses = resolus.flatMap((m) => {
    if (passe.includes(m)) return m.map((e) => neNommantRien(e, SANS_EFFET));
    return estTableau(m) ? [] : m.map(delaisser);
  });
  const rappel = new Set(passe.flat().map((e) => e.position));
  return resolus.filter(estTableau).map((morceau, i) => {
    const positions = morceau.filter((e) => e.colonne).map((e) => e.position);
    const [gauche, droite] = [Math.min(...positions), Math.max(...positions)];
    return { debut, fin, gauche, droite, entetes: i === 0 ? [...morceau, ...delaisses] : morceau, rappel };
  });
}

/** Le rang de l'en-tête qui suit la colonne vide la plus proche à gauche, s'il n'y a que des noms entre elle et `entete`. */
function debutApresVide(lus: readonly EntetePlacee[], entete: EntetePlacee): number | null {
  const suite = [...lus, entete];
  for (let i = suite.length - 1; i > 0; i--) {
    if (suite[i]!.position > suite[i - 1]!.position + 1) return i;
    const { colonne } = suite[i - 1]!;
    if (colonne !== null && colonne !== 'epci' && !estUnNom(suite[i - 1]!)) return null;
  }
  return null;
}
