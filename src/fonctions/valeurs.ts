import { typographier } from '../nombres';

/** Une plage telle que l'hôte la passe ; absente, elle est nulle. */
export type Plage = unknown[][] | null;

/** L'erreur qu'une cellule affiche, avec la phrase qui dit pourquoi. */
export class ErreurDeCellule extends Error {
  constructor(
    readonly code: '#VALEUR!' | '#N/A',
    message: string,
  ) {
    super(typographier(message));
  }
}

/**
 * Applique `calcul` cellule par cellule, en étendant les plages comme Excel : une ligne ou une colonne se répète, une valeur
 * seule aussi ; hors d'une plage plus courte, `#N/A`. Une erreur ne touche que sa cellule.
 */
export function diffuser(plages: readonly Plage[], calcul: (...valeurs: unknown[]) => unknown): unknown[][] {
  const hauteur = Math.max(1, ...plages.map((p) => p?.length ?? 1));
  const largeur = Math.max(1, ...plages.map((p) => p?.[0]?.length ?? 1));
  return Array.from({ length: hauteur }, (_, ligne) =>
    Array.from({ length: largeur }, (_, colonne) => {
      try {
        return calcul(...plages.map((plage) => celluleEtendue(plage, ligne, colonne)));
      } catch (erreur) {
        return enErreurDeCellule(erreur);
      }
    }),
  );
}

/** L'erreur d'une cellule ; les fractions lèvent une `RangeError` plutôt que d'arrondir en silence. Toute autre erreur est relancée. */
export function enErreurDeCellule(erreur: unknown): ErreurDeCellule {
  if (erreur instanceof ErreurDeCellule) return erreur;
  if (erreur instanceof RangeError) return new ErreurDeCellule('#VALEUR!', HORS_DES_ENTIERS_SURS);
  throw erreur;
}

const HORS_DES_ENTIERS_SURS = 'Nombre trop grand, ou à trop de décimales, pour un calcul exact.';

function celluleEtendue(plage: Plage, ligne: number, colonne: number): unknown {
  if (!plage) return null;
  const rangee = plage[plage.length === 1 ? 0 : ligne];
  if (!rangee || (rangee.length > 1 && colonne >= rangee.length)) {
    throw new ErreurDeCellule(
      '#N/A',
      'Les plages n’ont pas la même taille : aucune valeur en regard de cette cellule.',
    );
  }
  return rangee[rangee.length === 1 ? 0 : colonne];
}

/** La seule valeur d'un argument qui n'admet pas de plage. */
export function valeurSeule(nom: string, plage: Plage): unknown {
  if (plage && (plage.length > 1 || (plage[0]?.length ?? 0) > 1)) {
    throw new ErreurDeCellule('#VALEUR!', `${nom} : reçu une plage, attendu une seule cellule.`);
  }
  return plage?.[0]?.[0] ?? null;
}

/**
 * Comme `diffuser`, pour un calcul qui rend plusieurs colonnes : les arguments sont des colonnes ou des valeurs seules, et une erreur
 * occupe la première colonne de sa ligne.
 */
export function diffuserEnLignes(
  plages: readonly Plage[],
  colonnes: number,
  calcul: (...valeurs: unknown[]) => unknown[],
): unknown[][] {
  const lignes = diffuser(plages, calcul).map(([cellule, ...autres]) => {
    if (autres.length > 0) {
      const attendu = 'attendu une colonne ou une seule cellule par argument';
      throw new ErreurDeCellule('#VALEUR!', `Résultat de ${colonnes} colonnes : ${attendu}.`);
    }
    return Array.isArray(cellule) ? (cellule as unknown[]) : [cellule];
  });
  const largeur = Math.max(...lignes.map(({ length }) => length));
  return lignes.map((ligne) => [...ligne, ...Array.from({ length: largeur - ligne.length }, () => '')]);
}

export const estAbsent = (valeur: unknown): boolean => valeur === null || valeur === undefined || valeur === '';
