import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Grille } from '../../tableau';
import { borner, ErreurDeFichier, lireContenu, VIDE } from '../contenu';
import { verifierArchive } from './archive';

/**
 * Lit un classeur du disque, sans jamais l'écrire.
 * Lève `ErreurDeFichier` si le fichier est absent ou si son contenu ne se lit pas.
 */
export async function lireClasseur(chemin: string): Promise<Grille[]> {
  return lireContenu(await lireOctets(chemin), basename(chemin, extname(chemin)), verifierArchive);
}

async function lireOctets(chemin: string): Promise<Buffer> {
  const etat = await stat(chemin).catch(() => null);
  if (!etat) throw new ErreurDeFichier('Fichier introuvable.');
  if (!etat.isFile()) throw new ErreurDeFichier('Ce n’est pas un fichier.');
  if (etat.size === 0) throw new ErreurDeFichier(VIDE);
  borner('octets', etat.size);
  return readFile(chemin).catch(() => {
    throw new ErreurDeFichier('Le fichier ne peut pas être lu (droits d’accès ?).');
  });
}
