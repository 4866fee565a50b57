import type { Note } from '../tableau';

/** Ce qui commence nos commentaires : c'est à elle qu'on les reconnaît, même copiés avec leur ligne ou rouverts ailleurs. */
export const SIGNATURE = 'Mutualisation SRU — ';

/** Ce qu'Excel écrit à la place d'un fil de discussion, pour les tableurs qui n'ont que les notes ; le fil suit. */
const EN_TETE_DE_FIL = /^\[[^\]]{4,60}\][^]{0,80}?Excel[^]{0,500}?linkid=\d+\s+[^\n:]{3,40}:\s*/;
/** Excel ouvre une note par le nom de son auteur, sur sa propre ligne. */
const AUTEUR_PAR_DEFAUT = /^(?:auteur|author) ?: ?\n/i;

/** Un commentaire de l'agent, sans ce que le tableur y met de lui-même ; rien s'il est vide, ou de nous. */
export function notesDe(ligne: number, colonne: number, contenu: string, auteur = ''): Note[] {
  const brut = contenu.replace(/\r\n?/g, '\n').replace(EN_TETE_DE_FIL, '').trimStart();
  const suite = auteur && brut.startsWith(auteur) ? brut.slice(auteur.length) : brut;
  const texte = (suite === brut ? brut.replace(AUTEUR_PAR_DEFAUT, '') : suite.replace(/^ ?: ?\n?/, '')).trim();
  return texte === '' || texte.startsWith(SIGNATURE) ? [] : [{ ligne, colonne, texte }];
}
