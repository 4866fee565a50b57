import { ErreurDeCellule, type Plage } from './valeurs';

/** Les valeurs d'une plage telles que le classeur les a : « » pour une cellule vide. */
export type LireLesValeurs = (adresses: readonly string[]) => Promise<readonly (unknown[][] | null)[]>;

/**
 * Certains Excel remettent une cellule vide comme un zéro (office-js, nº 4702 et 5262) : un rang vide vaudrait 0, donc 10 % au lieu de 33.
 * Tout zéro d'une plage est relu dans sa cellule, et redevient vide si elle l'est ; un zéro écrit dans la formule est un zéro.
 * @param adresses celle de chaque argument, vide ou nulle pour une valeur écrite dans la formule ; absente si cet Excel ne la dit pas
 * @throws ErreurDeCellule si un zéro peut être une cellule vide et que rien ne permet de le savoir : adresse absente, plage illisible, ou
 * sans bornes (« A:A »), dont Excel ne rend pas les valeurs
 */
export async function sansFauxZeros(
  plages: readonly Plage[],
  adresses: readonly (string | null)[] | undefined,
  lire: LireLesValeurs,
): Promise<readonly Plage[]> {
  const douteuses = plages.flatMap((plage, i) => (contientZero(plage) ? [i] : []));
  if (douteuses.length === 0) return plages;
  if (!adresses || douteuses.some((i) => adresses[i] === undefined)) illisible();
  const aRelire = douteuses.filter((i) => adresses[i]);
  const relues = aRelire.length > 0 ? await lire(aRelire.map((i) => adresses[i]!)).catch(illisible) : [];
  return plages.map((plage, i) => {
    const rang = aRelire.indexOf(i);
    return rang >= 0 ? sansZeroVide(plage!, relues[rang]) : plage;
  });
}

const ZERO_OU_VIDE =
  "Un zéro est peut-être une cellule vide, que cet Excel ne distingue pas : l’écrire en texte ('0), ou ne donner que des cellules remplies.";

/** Un autre classeur, une feuille supprimée : le zéro reste douteux. */
function illisible(): never {
  throw new ErreurDeCellule('#VALEUR!', ZERO_OU_VIDE);
}

const contientZero = (plage: Plage): boolean => plage?.some((ligne) => ligne.includes(0)) ?? false;

const sansZeroVide = (plage: unknown[][], cellules: readonly unknown[][] | null | undefined): unknown[][] =>
  plage.map((ligne, l) =>
    ligne.map((valeur, c) => {
      if (valeur !== 0) return valeur;
      const cellule = cellules?.[l]?.[c];
      if (cellule === undefined) return illisible();
      return cellule === '' ? null : valeur;
    }),
  );
