import { lireZone } from '../hote/adresses';
import { type Zone } from '../hote/contrat';

export const cle = (ligne: number, colonne: number) => `${ligne},${colonne}`;

export function lireCle(texte: string): [ligne: number, colonne: number] {
  const [ligne = 0, colonne = 0] = texte.split(',').map(Number);
  return [ligne, colonne];
}

/** `lireZone`, qui refuse ce qui n'est pas une adresse. */
export function lireAdresse(adresse: string): Zone {
  const zone = lireZone(adresse);
  if (!zone) throw new Error(`Adresse de cellule illisible : « ${adresse} » ; attendu : « B2 ».`);
  return zone;
}
