import { type Cellule, type ClasseurDonnees, type FeuilleDonnees, type Zone } from '../contrat';
import { COLONNES, LIGNES } from '../adresses';
import { decalerFormule } from '../formules';

/** Des lignes ou des colonnes insérées (`nombre` positif) ou supprimées (négatif) à partir de `position`. */
export interface Decalage {
  feuille: string;
  axe: 'lignes' | 'colonnes';
  position: number;
  nombre: number;
  /** Bornes de l'autre axe, quand seules des cellules se décalent. */
  bande?: readonly [number, number];
}

function decalerBornes(debut: number, fin: number, { axe, position, nombre }: Decalage): [number, number] | undefined {
  const dernier = (axe === 'lignes' ? LIGNES : COLONNES) - 1;
  if (debut === 0 && fin === dernier) return [debut, fin];
  if (nombre > 0) {
    if (fin < position) return [debut, fin];
    const nouveauDebut = debut >= position ? debut + nombre : debut;
    return nouveauDebut > dernier ? undefined : [nouveauDebut, Math.min(fin + nombre, dernier)];
  }
  const apres = position - nombre; // première position qui reste
  const reporter = (n: number, sinon: number) => (n < position ? n : n >= apres ? n + nombre : sinon);
  const bornes: [number, number] = [reporter(debut, position), reporter(fin, position - 1)];
  return bornes[0] > bornes[1] ? undefined : bornes;
}

/** La zone après le décalage ; `undefined` si elle a disparu. Une zone à cheval sur la bande ne bouge pas. */
export function decalerZone(zone: Zone, decalage: Decalage): Zone | undefined {
  const lignes = decalage.axe === 'lignes';
  const [debutBande, finBande] = decalage.bande ?? [0, Infinity];
  const dansLaBande = lignes
    ? zone.colonne >= debutBande && zone.colonneFin <= finBande
    : zone.ligne >= debutBande && zone.ligneFin <= finBande;
  if (!dansLaBande) return zone;
  const bornes = lignes
    ? decalerBornes(zone.ligne, zone.ligneFin, decalage)
    : decalerBornes(zone.colonne, zone.colonneFin, decalage);
  if (!bornes) return undefined;
  const [debut, fin] = bornes;
  return lignes ? { ...zone, ligne: debut, ligneFin: fin } : { ...zone, colonne: debut, colonneFin: fin };
}

const decalerListe = <T extends { zone: Zone }>(liste: T[], decalage: Decalage): T[] =>
  liste.flatMap((element) => {
    const zone = decalerZone(element.zone, decalage);
    return zone ? [{ ...element, zone }] : [];
  });

function decalerCellules(feuille: FeuilleDonnees, decalage: Decalage) {
  const cellules: Record<string, Cellule> = {};
  for (const [cle, cellule] of Object.entries(feuille.cellules)) {
    const [ligne = 0, colonne = 0] = cle.split(',').map(Number);
    const zone = decalerZone({ ligne, colonne, ligneFin: ligne, colonneFin: colonne }, decalage);
    if (zone) cellules[`${zone.ligne},${zone.colonne}`] = cellule;
  }
  feuille.cellules = cellules;
}

/** Ce qui se dit de lignes ou de colonnes entières : tailles, masques. */
function decalerParNumero<T>(tailles: Record<number, T>, decalage: Decalage): Record<number, T> {
  return Object.fromEntries(
    Object.entries(tailles).flatMap(([cle, taille]) => {
      const bornes = decalerBornes(Number(cle), Number(cle), decalage);
      return bornes ? [[bornes[0], taille]] : [];
    }),
  );
}

/** Applique un décalage à tout le classeur : cellules, fusions, formules, noms, tableaux, commentaires, graphiques. */
export function appliquerDecalage(classeur: ClasseurDonnees, feuille: FeuilleDonnees, decalage: Decalage): void {
  const decaler = (zone: Zone) => decalerZone(zone, decalage);
  decalerCellules(feuille, decalage);
  feuille.fusions = feuille.fusions.flatMap((zone) => decaler(zone) ?? []);
  feuille.deversements = Object.fromEntries(
    Object.values(feuille.deversements ?? {}).flatMap((zone) => {
      const decalee = decaler(zone);
      return decalee ? [[`${decalee.ligne},${decalee.colonne}`, decalee]] : [];
    }),
  );
  if (!decalage.bande) {
    const [tailles, masques] =
      decalage.axe === 'lignes'
        ? (['hauteurs', 'lignesMasquees'] as const)
        : (['largeurs', 'colonnesMasquees'] as const);
    feuille[tailles] = decalerParNumero(feuille[tailles], decalage);
    const masquees = feuille[masques];
    if (masquees) feuille[masques] = decalerParNumero(masquees, decalage);
  }
  for (const autre of classeur.feuilles)
    for (const cellule of Object.values(autre.cellules))
      if (cellule.formule !== undefined)
        cellule.formule = decalerFormule(cellule.formule, autre === feuille, feuille.nom, decaler);
  for (const nom of classeur.noms) nom.formule = decalerFormule(nom.formule, false, feuille.nom, decaler);
  classeur.tableaux = [
    ...classeur.tableaux.filter((tableau) => tableau.feuille !== feuille.id),
    ...decalerListe(
      classeur.tableaux.filter((tableau) => tableau.feuille === feuille.id),
      decalage,
    ),
  ];
  classeur.commentaires = classeur.commentaires.flatMap((commentaire) => {
    if (commentaire.feuille !== feuille.id) return [commentaire];
    const { ligne, colonne } = commentaire;
    const zone = decaler({ ligne, colonne, ligneFin: ligne, colonneFin: colonne });
    return zone ? [{ ...commentaire, ligne: zone.ligne, colonne: zone.colonne }] : [];
  });
  for (const graphique of classeur.graphiques)
    if (graphique.feuille === feuille.id) graphique.source = decaler(graphique.source) ?? graphique.source;
}
