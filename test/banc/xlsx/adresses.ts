import { type Zone } from '../hote/contrat';

export const cle = (ligne: number, colonne: number) => `${ligne},${colonne}`;

export function lireCle(texte: string): [ligne: number, colonne: number] {
  const [ligne = 0, colonne = 0] = texte.split(',').map(Number);
  return [ligne, colonne];
}

/** « B2 » ou « B2:D9 », dollars admis. */
export function lireAdresse(adresse: string): Zone {
  const [debut = '', fin = debut] = adresse.replaceAll('$', '').split(':');
  const [ligne, colonne] = coin(debut);
  const [ligneFin, colonneFin] = coin(fin);
  return { ligne, colonne, ligneFin, colonneFin };
}

function coin(texte: string): [number, number] {
  const [, lettres, chiffres] = /^([A-Z]+)(\d+)$/.exec(texte) ?? [];
  if (!lettres || !chiffres) throw new Error(`Adresse de cellule illisible : « ${texte} » ; attendu : « B2 ».`);
  return [Number(chiffres) - 1, [...lettres].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1];
}

export function lettres(colonne: number): string {
  const reste = Math.floor(colonne / 26) - 1;
  return (reste >= 0 ? lettres(reste) : '') + String.fromCharCode(65 + (colonne % 26));
}

export const ecrireAdresse = ({ ligne, colonne, ligneFin, colonneFin }: Zone): string => {
  const [debut, fin] = [`${lettres(colonne)}${ligne + 1}`, `${lettres(colonneFin)}${ligneFin + 1}`];
  return debut === fin ? debut : `${debut}:${fin}`;
};
