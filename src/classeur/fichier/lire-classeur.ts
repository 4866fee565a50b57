import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { read, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { grilleDeValeurs, type Grille } from '../../tableau';
import { verifierArchive } from './archive';
import { CHIFFRE, ErreurDeFichier, FORMAT_INCONNU, ILLISIBLE } from './erreur';
import { grilleDe } from './grille-de-feuille';
import { borner, LIMITES } from './limites';
import { decoder, encodageMarque, estHtml, lireCsv } from './texte';

/**
 * Lit un classeur xlsx, xlsm, xls, ods ou csv, sans jamais l'écrire ni recalculer ses formules : leurs valeurs en cache. Son format
 * se lit à son contenu : une page HTML nommée « .xls » se lit aussi.
 * Lève `ErreurDeFichier` si le fichier est absent, vide, chiffré, tronqué, démesuré ou d'un autre format.
 */
export async function lireClasseur(chemin: string): Promise<Grille[]> {
  const octets = await lireOctets(chemin);
  const nom = basename(chemin, extname(chemin));
  switch (formatDe(octets)) {
    case 'archive':
      await verifierArchive(octets);
      return feuilles(octets, { type: 'buffer' });
    case 'ole':
      return feuilles(octets, { type: 'buffer' });
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

async function lireOctets(chemin: string): Promise<Buffer> {
  const etat = await stat(chemin).catch(() => null);
  if (!etat) throw new ErreurDeFichier('Fichier introuvable.');
  if (!etat.isFile()) throw new ErreurDeFichier('Ce n’est pas un fichier.');
  if (etat.size === 0) throw new ErreurDeFichier('Le fichier est vide.');
  borner('octets', etat.size);
  return readFile(chemin).catch(() => {
    throw new ErreurDeFichier('Le fichier ne peut pas être lu (droits d’accès ?).');
  });
}

function formatDe(octets: Buffer): 'archive' | 'ole' | 'texte' | 'autre' {
  const signature = octets.toString('latin1', 0, 4);
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

function feuilles(source: Buffer | string, options: ParsingOptions): Grille[] {
  const classeur = ouvrir(source, { ...OPTIONS, ...options });
  return classeur.SheetNames.map((nom) => {
    const grille = grilleDe(nom, classeur.Sheets[nom]);
    borner('lignes', grille.nombreDeLignes);
    return grille;
  });
}

function ouvrir(source: Buffer | string, options: ParsingOptions): WorkBook {
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
