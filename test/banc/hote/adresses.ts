import { type Zone } from './contrat';
import { ErreurHote } from './erreurs';

export const LIGNES = 1_048_576;
export const COLONNES = 16_384;
export const FEUILLE_ENTIERE: Zone = { ligne: 0, colonne: 0, ligneFin: LIGNES - 1, colonneFin: COLONNES - 1 };

export const numeroDeColonne = (lettres: string) =>
  [...lettres.toUpperCase()].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0) - 1;

export function lettresDeColonne(colonne: number): string {
  let lettres = '';
  for (let n = colonne + 1; n > 0; n = Math.floor((n - 1) / 26))
    lettres = String.fromCharCode(65 + ((n - 1) % 26)) + lettres;
  return lettres;
}

export const hauteur = (zone: Zone) => zone.ligneFin - zone.ligne + 1;
export const largeur = (zone: Zone) => zone.colonneFin - zone.colonne + 1;
export const uneCellule = (ligne: number, colonne: number): Zone => ({
  ligne,
  colonne,
  ligneFin: ligne,
  colonneFin: colonne,
});
export const lignesEntieres = (zone: Zone) => zone.colonne === 0 && zone.colonneFin === COLONNES - 1;
export const colonnesEntieres = (zone: Zone) => zone.ligne === 0 && zone.ligneFin === LIGNES - 1;
export const contient = (zone: Zone, ligne: number, colonne: number) =>
  ligne >= zone.ligne && ligne <= zone.ligneFin && colonne >= zone.colonne && colonne <= zone.colonneFin;

export function intersection(a: Zone, b: Zone): Zone | undefined {
  const zone = {
    ligne: Math.max(a.ligne, b.ligne),
    colonne: Math.max(a.colonne, b.colonne),
    ligneFin: Math.min(a.ligneFin, b.ligneFin),
    colonneFin: Math.min(a.colonneFin, b.colonneFin),
  };
  return zone.ligne > zone.ligneFin || zone.colonne > zone.colonneFin ? undefined : zone;
}

export const englober = (a: Zone, b: Zone): Zone => ({
  ligne: Math.min(a.ligne, b.ligne),
  colonne: Math.min(a.colonne, b.colonne),
  ligneFin: Math.max(a.ligneFin, b.ligneFin),
  colonneFin: Math.max(a.colonneFin, b.colonneFin),
});

/** Refuse une zone hors de la feuille, comme Excel. */
export function verifier(zone: Zone): Zone {
  const dedans =
    zone.ligne >= 0 &&
    zone.colonne >= 0 &&
    zone.ligneFin < LIGNES &&
    zone.colonneFin < COLONNES &&
    zone.ligne <= zone.ligneFin &&
    zone.colonne <= zone.colonneFin;
  if (!dedans) throw new ErreurHote('InvalidArgument');
  return zone;
}

const ADRESSE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const EN_COLONNES = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const EN_LIGNES = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Les quatre bornes dans n'importe quel ordre. */
const ordonner = (l1: number, c1: number, l2: number, c2: number): Zone => ({
  ligne: Math.min(l1, l2),
  colonne: Math.min(c1, c2),
  ligneFin: Math.max(l1, l2),
  colonneFin: Math.max(c1, c2),
});

/** « B2 », « $B$2:C9 », « A:C », « 3:5 » ; `undefined` si ce n'en est pas une. */
export function lireZone(texte: string): Zone | undefined {
  const cellules = ADRESSE.exec(texte);
  let zone: Zone | undefined;
  if (cellules) {
    const [, c1 = '', l1 = '', c2 = c1, l2 = l1] = cellules;
    zone = ordonner(Number(l1) - 1, numeroDeColonne(c1), Number(l2) - 1, numeroDeColonne(c2));
  }
  const colonnes = EN_COLONNES.exec(texte);
  if (colonnes) zone = ordonner(0, numeroDeColonne(colonnes[1] ?? ''), LIGNES - 1, numeroDeColonne(colonnes[2] ?? ''));
  const lignes = EN_LIGNES.exec(texte);
  if (lignes) zone = ordonner(Number(lignes[1]) - 1, 0, Number(lignes[2]) - 1, COLONNES - 1);
  return zone && zone.ligne >= 0 && zone.ligneFin < LIGNES && zone.colonneFin < COLONNES ? zone : undefined;
}

const NOM_SIMPLE = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
/** Le nom d'une feuille tel qu'une formule le porte : entre apostrophes s'il le faut. */
export const citer = (nom: string) => (NOM_SIMPLE.test(nom) && !lireZone(nom) ? nom : `'${nom.replaceAll("'", "''")}'`);
export const deciter = (nom: string) => (nom.startsWith("'") ? nom.slice(1, -1).replaceAll("''", "'") : nom);

export function ecrireZone(zone: Zone, fige = ''): string {
  const colonne = (c: number) => fige + lettresDeColonne(c);
  const ligne = (l: number) => `${fige}${l + 1}`;
  if (lignesEntieres(zone)) return `${ligne(zone.ligne)}:${ligne(zone.ligneFin)}`;
  if (colonnesEntieres(zone)) return `${colonne(zone.colonne)}:${colonne(zone.colonneFin)}`;
  const debut = colonne(zone.colonne) + ligne(zone.ligne);
  const fin = colonne(zone.colonneFin) + ligne(zone.ligneFin);
  return debut === fin ? debut : `${debut}:${fin}`;
}

/** Sépare « 'Ma feuille'!B2 » ; sans feuille, la partie gauche manque. */
export function couper(adresse: string): { feuille?: string; reste: string } {
  const coupe = /^('(?:[^']|'')+'|[^'!]+)!(.*)$/s.exec(adresse.trim());
  return coupe ? { feuille: deciter(coupe[1] ?? ''), reste: coupe[2] ?? '' } : { reste: adresse.trim() };
}
