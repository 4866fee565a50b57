import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { borner, ErreurDeFichier, lireContenu, VIDE, type Choix, type ClasseurLu } from '../contenu';

/**
 * Lit un classeur du disque, sans jamais l'écrire.
 * Lève `ErreurDeFichier` si le fichier est absent ou si son contenu ne se lit pas (voir `lireContenu`).
 */
export async function lireClasseur(chemin: string, choix: Choix = {}): Promise<ClasseurLu> {
  return lireContenu(await lireOctets(chemin), basename(chemin, extname(chemin)), choix);
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
