import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { read, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import type { Grille } from '../../tableau';
import { verifierArchive } from './archive';
import { CHIFFRE, ErreurDeFichier, ILLISIBLE } from './erreur';
import { grilleDe } from './grille-de-feuille';

const OCTETS_MAXIMUM = 64 * 2 ** 20;
const LIGNES_MAXIMUM = 200_000;

/**
 * Lit un classeur xlsx, xlsm, xls, ods ou csv, sans jamais l'écrire ni recalculer ses formules : leurs valeurs en cache.
 * Lève `ErreurDeFichier` si le fichier est absent, vide, chiffré, tronqué, démesuré ou d'un autre format.
 */
export async function lireClasseur(chemin: string): Promise<Grille[]> {
  const octets = await lireOctets(chemin);
  switch (formatDe(octets)) {
    case 'zip':
      await verifierArchive(octets);
      return feuilles(octets, { type: 'buffer' });
    case 'ole':
      return feuilles(octets, { type: 'buffer' });
    case 'texte':
      return feuilles(decoder(octets), { type: 'string', raw: true }).map((g) => ({
        ...g,
        nom: basename(chemin, extname(chemin)),
      }));
    case 'autre':
      throw new ErreurDeFichier('Format non reconnu : xlsx, xlsm, xls, ods ou csv attendu.');
  }
}

async function lireOctets(chemin: string): Promise<Buffer> {
  const etat = await stat(chemin).catch(() => null);
  if (!etat) throw new ErreurDeFichier('Fichier introuvable.');
  if (!etat.isFile()) throw new ErreurDeFichier('Ce n’est pas un fichier.');
  if (etat.size === 0) throw new ErreurDeFichier('Le fichier est vide.');
  if (etat.size > OCTETS_MAXIMUM)
    throw new ErreurDeFichier('Le fichier dépasse 64 Mio, la taille que le contrôle accepte.');
  return readFile(chemin).catch(() => {
    throw new ErreurDeFichier('Le fichier ne peut pas être lu (droits d’accès ?).');
  });
}

const UTF16 = [0xff, 0xfe];

function formatDe(octets: Buffer): 'zip' | 'ole' | 'texte' | 'autre' {
  const signature = octets.toString('hex', 0, 4);
  if (signature === '504b0304') return 'zip';
  if (signature === 'd0cf11e0') return 'ole';
  if (octets.subarray(0, 2).equals(Buffer.from(UTF16))) return 'texte';
  return octets.subarray(0, 4096).includes(0) || octets.toString('latin1', 0, 4) === '%PDF' ? 'autre' : 'texte';
}

/** UTF-8 s'il est valide, Windows-1252 sinon ; UTF-16 pour le « texte Unicode » d'Excel. */
function decoder(octets: Buffer): string {
  if (octets.subarray(0, 2).equals(Buffer.from(UTF16))) return borner(new TextDecoder('utf-16le').decode(octets));
  try {
    return borner(new TextDecoder('utf-8', { fatal: true }).decode(octets));
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) throw erreur;
    return borner(new TextDecoder('windows-1252').decode(octets));
  }
}

function borner(texte: string): string {
  let lignes = 0;
  for (let i = texte.indexOf('\n'); i >= 0; i = texte.indexOf('\n', i + 1)) lignes += 1;
  if (lignes > LIGNES_MAXIMUM) throw tropDeLignes('Le fichier');
  return texte;
}

function feuilles(source: Buffer | string, options: ParsingOptions): Grille[] {
  const classeur = ouvrir(source, {
    ...options,
    dense: true,
    cellNF: true,
    cellText: false,
    cellFormula: false,
    cellHTML: false,
    sheetRows: LIGNES_MAXIMUM + 1,
  });
  return classeur.SheetNames.map((nom) => {
    const grille = grilleDe(nom, classeur.Sheets[nom]);
    if (grille.nombreDeLignes > LIGNES_MAXIMUM) throw tropDeLignes(`La feuille « ${nom} »`);
    return grille;
  });
}

function ouvrir(source: Buffer | string, options: ParsingOptions): WorkBook {
  try {
    return read(source, options);
  } catch (erreur) {
    const chiffre = /password|encrypt/i.test(erreur instanceof Error ? erreur.message : '');
    throw new ErreurDeFichier(chiffre ? CHIFFRE : ILLISIBLE);
  }
}

const tropDeLignes = (quoi: string) =>
  new ErreurDeFichier(
    `${quoi} dépasse 200 000 lignes, ce que le contrôle accepte : supprimer les lignes superflues ou vides.`,
  );
