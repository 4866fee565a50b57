import {
  parse_xlscfb,
  parse_zip,
  type CellObject,
  type ParsingOptions,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx';
import type { Grille } from '../../tableau';
import { lieu, parcourirBiff, type Passe } from './biff';
import { CHIFFRE, ErreurDeFichier, ILLISIBLE } from './erreur';
import { grilleDe } from './grille-de-feuille';
import { LIMITES } from './limites';
import { appreter, FORMAT_BARRE, type Parties } from './xlsx';

/** Deux fonctions publiques que les types de SheetJS ne disent pas : elles lisent une archive ou un conteneur déjà ouvert. */
declare module '@e965/xlsx' {
  export function parse_zip(archive: unknown, options: ParsingOptions): WorkBook;
  export function parse_xlscfb(conteneur: unknown, options: ParsingOptions): WorkBook;
}

/** Les valeurs en cache et leurs formats ; ni formules, ni HTML. */
const OPTIONS: ParsingOptions = {
  dense: true,
  cellDates: true,
  UTC: true,
  cellNF: true,
  cellText: false,
  cellFormula: false,
  cellHTML: false,
  sheetRows: LIMITES.lignes,
};

/** Les parties par où SheetJS quitterait la lecture d'un xlsx : ods, Numbers, xlsb, archive imbriquée. Un classeur xlsx se lit sans elles. */
const ETRANGERES = /^(?:META-INF\/manifest\.xml|objectdata\.xml|Index\/.*)$|\.(?:bin|zip)$/i;

/** Les feuilles d'un xlsx décompressé ; `feuille` : celle-là seule est lue, les autres restent vides. */
export function lireXlsx(recues: Parties, feuille: string | null): Grille[] {
  const { parties, masquages } = appreter(recues);
  const noms = [...parties.keys()].filter((nom) => !ETRANGERES.test(nom));
  const archive = {
    FullPaths: noms,
    FileIndex: noms.map((name) => ({ name, type: 2, content: parties.get(name) })),
  };
  const options = { ...OPTIONS, cellStyles: masquages, ...(feuille !== null && { sheets: feuille }) };
  return grilles(() => parse_zip(archive, options));
}

/** Les feuilles d'un classeur Excel 97-2003, à son conteneur ouvert et au flux qu'il contient. */
export function lireXls(conteneur: unknown, flux: Uint8Array): Grille[] {
  const passes = parcourirBiff(flux);
  return grilles(() => {
    const classeur = parse_xlscfb(conteneur, { ...OPTIONS, cellStyles: true });
    classeur.SheetNames.forEach((nom, i) => completer(classeur.Sheets[nom], passes[i]));
    return classeur;
  });
}

function completer(feuille: WorkSheet | undefined, passe: Passe | undefined): void {
  if (!feuille || !passe) return;
  feuille['!fullref'] = passe.lignes > LIMITES.lignes ? `A1:A${passe.lignes}` : undefined;
  const lignes = (feuille['!data'] ?? []) as (CellObject | undefined)[][];
  for (const [place, texte] of passe.enrichies) {
    const [ligne, colonne] = lieu(place);
    const cellule = lignes[ligne]?.[colonne];
    if (cellule) cellule.v = texte;
  }
  for (const place of passe.barrees) {
    const [ligne, colonne] = lieu(place);
    const cellule = lignes[ligne]?.[colonne];
    if (cellule) cellule.z = `${cellule.z ?? 'General'}${FORMAT_BARRE}`;
  }
}

function grilles(lire: () => WorkBook): Grille[] {
  const { SheetNames, Sheets, Workbook } = ouvrir(lire);
  return SheetNames.map((nom, i) => grilleDe(nom, Sheets[nom], Boolean(Workbook?.Sheets?.[i]?.Hidden)));
}

function ouvrir(lire: () => WorkBook): WorkBook {
  try {
    return enSilence(lire);
  } catch (erreur) {
    throw new ErreurDeFichier(/password|encrypt/i.test(String(erreur)) ? CHIFFRE : ILLISIBLE);
  }
}

/** SheetJS écrit ses réserves en anglais sur la sortie d'erreur : on ne veut y voir que nos phrases. */
function enSilence<T>(faire: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return faire();
  } finally {
    console.error = error;
  }
}
