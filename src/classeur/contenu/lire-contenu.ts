import { read, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { grilleDeValeurs, type Grille } from '../../tableau';
import { CHIFFRE, ErreurDeFichier, FORMAT_INCONNU, ILLISIBLE, VIDE } from './erreur';
import { grilleDe } from './grille-de-feuille';
import { borner, LIMITES } from './limites';
import { decoder, encodageMarque, estHtml, lireCsv } from './texte';

/** Vérifie une archive xlsx ou ods avant que le lecteur l'ouvre, et rend celle qu'il ouvrira. */
export type Sas = (archive: Uint8Array) => Promise<Uint8Array>;

/**
 * Lit le contenu d'un classeur xlsx, xlsm, xls, ods ou csv, sans recalculer ses formules : leurs valeurs en cache. Son format se lit
 * à ses octets : une page HTML nommée « .xls » se lit aussi. `nom` est celui de la feuille d'un csv.
 * Lève `ErreurDeFichier` si le contenu est vide, chiffré, tronqué, démesuré ou d'un autre format.
 */
export async function lireContenu(octets: Uint8Array, nom: string, sas: Sas): Promise<Grille[]> {
  if (octets.length === 0) throw new ErreurDeFichier(VIDE);
  borner('octets', octets.length);
  switch (formatDe(octets)) {
    case 'archive':
      return feuilles(await sas(octets), { type: 'array' });
    case 'ole':
      return feuilles(octets, { type: 'array' });
    case 'texte': {
      borner('octetsDeTexte', octets.length);
      const texte = decoder(octets);
      if (estHtml(texte)) return feuilles(texte, { type: 'string', raw: true });
      return [grilleDeValeurs(lireCsv(texte), nom)];
    }
    case 'autre':
      throw new ErreurDeFichier(FORMAT_INCONNU);
  }
}

function formatDe(octets: Uint8Array): 'archive' | 'ole' | 'texte' | 'autre' {
  const signature = String.fromCharCode(...octets.subarray(0, 4));
  if (signature === 'PK\x03\x04') return 'archive';
  if (signature === '\xd0\xcf\x11\xe0') return 'ole';
  if (encodageMarque(octets)) return 'texte';
  return signature === '%PDF' || octets.subarray(0, 4096).includes(0) ? 'autre' : 'texte';
}

/** Les valeurs en cache et leurs formats ; ni formules, ni styles, ni HTML, et une ligne de plus que la limite pour la voir dépassée. */
const OPTIONS: ParsingOptions = {
  dense: true,
  cellDates: true,
  UTC: true,
  cellNF: true,
  cellText: false,
  cellFormula: false,
  cellHTML: false,
  sheetRows: LIMITES.lignes + 1,
};

function feuilles(source: Uint8Array | string, options: ParsingOptions): Grille[] {
  const classeur = ouvrir(source, { ...OPTIONS, ...options });
  return classeur.SheetNames.map((nom) => {
    const grille = grilleDe(nom, classeur.Sheets[nom]);
    borner('lignes', grille.nombreDeLignes);
    return grille;
  });
}

function ouvrir(source: Uint8Array | string, options: ParsingOptions): WorkBook {
  try {
    return enSilence(() => read(source, options));
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
