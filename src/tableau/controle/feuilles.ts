import type { Tableau } from '../lecture/tableaux';
import { sansEffet } from '../precisions';
import { constat, type Constat } from './constats';
import { estAccepte, type Contexte } from './contexte';

/** « Notes!A1 », dite d'une autre feuille. */
export function placeDe(adresse: string): { cellule: string; feuille?: string } {
  const coupe = adresse.lastIndexOf('!');
  return coupe < 0 ? { cellule: adresse } : { feuille: adresse.slice(0, coupe), cellule: adresse.slice(coupe + 1) };
}

/** Un contrat sur une feuille dont on ne lit pas le tableau : les communes y manquent, ou leur titre n'est pas compris. */
export const feuillesIncomprises = ({ incomprises = [] }: Tableau, contexte: Contexte): Constat[] =>
  incomprises.flatMap(({ texte, cellule }) => {
    const cle = `${texte} ${cellule}`;
    if (estAccepte(contexte, cle)) return [];
    const question = sansEffet('Cette feuille change-t-elle quelque chose au contrôle ?', 'Non', cle);
    const details = { quoi: 'feuille', texte, lieu: cellule } as const;
    return [constat('NON_COMPRIS', null, details, { ...placeDe(cellule), question })];
  });

/** D'une feuille trop longue, seul le début est lu : un tableau qui s'y trouve n'est peut-être pas entier. */
export const coupees = ({ tropLongues = [], pieces }: Tableau): Constat[] =>
  tropLongues.map(({ feuille, lignes: nombre }) => {
    const ici = pieces.some((piece) => piece.feuille === feuille);
    return constat('FEUILLE_TROP_LONGUE', null, { feuille, nombre, ici }, { empecheDeConclure: ici });
  });

/** Un contrat qu'on peut encore négocier n'en est pas moins jugé : ce qui reste à écrire se dit, sans rien empêcher. */
export const blancs = ({ aCompleter = [] }: Tableau): Constat[] =>
  aCompleter.length === 0 ? [] : [constat('CONTRAT_A_COMPLETER', null, { parties: aCompleter })];

export function masquees({ lignes: lues, masquee, feuille }: Tableau): Constat[] {
  const cachees = lues.filter((ligne) => ligne.masquee);
  return [
    ...(masquee ? [constat('FEUILLE_MASQUEE', null, { nom: feuille })] : []),
    ...(cachees.length > 0 && !masquee
      ? [
          constat('LIGNE_MASQUEE', cachees[0]!, {
            nombre: cachees.length,
            lesquelles: cachees.map(({ nom }) => nom),
          }),
        ]
      : []),
  ];
}
