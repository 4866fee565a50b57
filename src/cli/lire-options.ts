import { ecrirePeriode, lirePeriode } from '../droit';
import { cleEntete, estColonne, NOMS_PUBLICS, type SensDeColonne } from '../tableau';
import { BORNES } from './bornes';
import { Arret } from './erreurs';

/** Des secondes ou des Mio : un nombre plus grand que zéro. */
export function bornee(option: keyof typeof BORNES, valeur: number): number {
  if (valeur > 0 && valeur <= 1e6) return valeur;
  throw new Arret(`--${option} : attendu un nombre plus grand que zéro, comme ${BORNES[option]}.`);
}

/** La période triennale, dans l'écriture de l'outil. */
export function verifierPeriode(texte: string | undefined): string | null {
  if (texte === undefined) return null;
  const periode = lirePeriode(texte);
  if (!periode) throw new Arret(`--periode : reçu « ${texte} », attendu une période triennale comme 2023-2025.`);
  return ecrirePeriode(periode);
}

/** "En-tête=colonne" : le sens de chaque en-tête. */
export function lireCorrespondances(textes: readonly string[]): Map<string, SensDeColonne> {
  return new Map(
    textes.map((texte) => {
      const egal = texte.lastIndexOf('=');
      const colonne = texte.slice(egal + 1).trim();
      if (egal < 1 || !(estColonne(colonne) || colonne === 'sans effet')) {
        throw new Arret(
          `--colonne : reçu « ${texte} », attendu "En-tête=colonne", colonne parmi sans effet, ${NOMS_PUBLICS.join(', ')}.`,
        );
      }
      return [cleEntete(texte.slice(0, egal)), colonne];
    }),
  );
}
